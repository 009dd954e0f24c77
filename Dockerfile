# Packs the jar that `mvn package` made:
#   mvn package && docker build -t tafelronde .
#   docker run -p 8080:8080 -v tafelronde:/data tafelronde
# Built for the machine it runs on: the AOT cache holds what this very Java made of this very jar.

FROM eclipse-temurin:25-jre AS packed
WORKDIR /app
COPY target/tafelronde.jar tafelronde.jar
COPY seeds/scripts scripts
# One start, watched, makes all later ones more than twice as fast. Without a cache the program starts all the same.
RUN TAFELRONDE_DB=jdbc:sqlite:/tmp/training/tafelronde.db TAFELRONDE_SCRIPTS=/app/scripts \
    timeout --signal=TERM 20 java -XX:+UseSerialGC -XX:AOTCacheOutput=tafelronde.aot -jar tafelronde.jar serve \
    ; ls -l tafelronde.aot || true

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --home-dir /data tafelronde \
    && install -d -o tafelronde -g tafelronde /data
COPY --from=packed /app /app
USER tafelronde
WORKDIR /data
VOLUME /data
EXPOSE 8080
ENV TAFELRONDE_DB=jdbc:sqlite:/data/tafelronde.db \
    TAFELRONDE_SCRIPTS=/app/scripts \
    TAFELRONDE_HOST=0.0.0.0 \
    TAFELRONDE_PORT=8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$TAFELRONDE_PORT && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx256m", "-XX:AOTCache=/app/tafelronde.aot", "-jar", "/app/tafelronde.jar"]
