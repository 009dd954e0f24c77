package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.CHAT;
import static org.tafelronde.store.Samples.place;

import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.flow.Shelf;

/** Addresses and the shelf. */
abstract class PlacesContract extends StoreContract {
    PlacesContract(TestStore store) {
        super(store);
    }

    @Test
    void a_place_is_found_by_our_key_and_by_the_platforms_name_once_it_is_there() {
        String key = kept() + "/plenary";
        assertThat(store.addresses().place(CHAT, key)).isEmpty();
        assertThat(store.addresses().key(place("C1"))).isEmpty();
        store.addresses().opened(key, place("C1"));
        store.addresses().opened(key, place("C1"));
        assertThat(store.addresses().place(CHAT, key)).contains(place("C1"));
        assertThat(store.addresses().place(Platform.SLACK, key)).isEmpty();
        assertThat(store.addresses().key(place("C1"))).contains(key);
        assertThat(store.addresses().key(new Place(Platform.SLACK, "C1"))).isEmpty();
    }

    @Test
    void a_place_that_was_made_again_is_the_new_one() {
        String key = kept() + "/plenary";
        store.addresses().opened(key, place("C1"));
        store.addresses().opened(key, place("C2"));
        assertThat(store.addresses().place(CHAT, key)).contains(place("C2"));
        assertThat(store.addresses().key(place("C1"))).isEmpty();
    }

    @Test
    void a_place_that_two_cafes_use_is_the_newer_ones() {
        String older = kept() + "/management";
        String newer = kept() + "/management";
        store.addresses().opened(newer, place("C1"));
        store.addresses().opened(older, place("C1"));
        assertThat(store.addresses().key(place("C1"))).contains(newer);
    }

    @Test
    void what_lies_on_the_shelf_gives_way_only_as_long_as_it_lies_there() {
        String session = kept();
        Media.Medium sketch = new Media.Medium("digest.pdf", "x/sketch", new byte[] {1, 0, -1});
        Media.Medium drawing = new Media.Medium("digest.pdf", "application/pdf", new byte[] {7});
        String id = store.shelf().put(session, "digest.pdf", sketch);

        Media.Medium other = new Media.Medium("digest.pdf", "x/sketch", new byte[] {1, 0, -2});
        assertThat(store.shelf().replace(id, other, drawing)).isFalse();
        assertThat(store.shelf().replace(id, sketch, drawing)).isTrue();
        assertThat(store.shelf().replace(id, sketch, drawing)).isFalse();
        assertThat(store.shelf().find(id).orElseThrow().type()).isEqualTo("application/pdf");
        assertThat(store.shelf().find(id).orElseThrow().bytes()).containsExactly(7);

        store.shelf().put(session, "digest.pdf", sketch);
        store.sessions().delete(session);
        assertThat(store.shelf().replace(id, sketch, drawing)).isFalse();
        assertThat(store.shelf().find(id)).isEmpty();
    }

    @Test
    void what_lies_there_of_a_session_is_told_by_its_path_without_opening_it() {
        String session = kept();
        Media.Medium file = new Media.Medium("digest.md", "text/markdown", new byte[] {1});
        String later = store.shelf().put(session, "published/digest.md", file);
        String id = store.shelf().put(session, "draft/digest.md", file);
        assertThat(store.shelf().of(session))
                .containsExactly(
                        new Shelf.Lying(id, "draft/digest.md", "digest.md"),
                        new Shelf.Lying(later, "published/digest.md", "digest.md"));
        assertThat(store.shelf().of("another")).isEmpty();
    }

    @Test
    void a_picture_is_put_on_the_shelf_and_replaced() {
        String session = kept();
        byte[] bytes = new byte[100_000];
        bytes[7] = -1;
        String id = store.shelf().put(session, "matrix.png", new Media.Medium("matrix.png", "image/png", bytes));
        Media.Medium medium = store.shelf().find(id).orElseThrow();
        assertThat(medium.name()).isEqualTo("matrix.png");
        assertThat(medium.type()).isEqualTo("image/png");
        assertThat(medium.bytes()).isEqualTo(bytes);
        String again = store.shelf().put(session, "matrix.png", new Media.Medium("m.gif", "image/gif", new byte[] {1}));
        assertThat(again).isEqualTo(id);
        assertThat(store.shelf().find(id).orElseThrow().bytes()).containsExactly(1);
        assertThat(store.shelf().find(session + "/other.png")).isEmpty();
    }
}
