// Starts npm "emulate" (a Slack that others wrote) and tells where it is. node start.mjs FOLDER_OF_EMULATE PEOPLE
// Then each line of standard input is an address that events are brought to.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [folder, people] = process.argv.slice(2);
const dist = join(folder, 'dist');
const load = (file) => import(pathToFileURL(join(dist, file)).href);

// Its own way to register for events is not for us; what keeps them is handed to the Slack plugin, and caught here.
const plugin = readdirSync(dist).find(
    (f) => f.endsWith('.js') && readFileSync(join(dist, f), 'utf8').includes('var slackPlugin ='));
const { slackPlugin } = await load(plugin);
const { createEmulator } = await load('api.js');
let events;
const register = slackPlugin.register;
slackPlugin.register = function (app, store, webhooks, ...rest) {
    events = webhooks;
    return register.call(this, app, store, webhooks, ...rest);
};

const port = await new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => found(port));
    });
});
const names = ['ada', ...Array.from({ length: Number(people) }, (_, i) => `guest-${i + 1}`)];
await createEmulator({
    service: 'slack',
    port,
    hostname: '127.0.0.1',
    seed: {
        slack: {
            team: { name: 'Cafe', domain: 'cafe' },
            users: names.map((name) => ({ name, real_name: name })),
            oauth_apps: [{
                client_id: '1.1',
                client_secret: 'x',
                name: 'Tafelronde',
                redirect_uris: ['http://localhost/'],
                bot_id: 'B00CAFE',
                bot_user_id: 'U00CAFEBOT',
                bot_name: 'tafelronde',
            }],
            tokens: [
                { token: 'xoxb-emulate', type: 'bot', user_id: 'U00CAFEBOT', bot_id: 'B00CAFE', bot_user_id: 'U00CAFEBOT' },
                ...Array.from({ length: 10 }, (_, i) => (
                    { token: `xoxb-watch-${i}`, type: 'bot', user_id: 'U00CAFEBOT', bot_id: 'B00CAFE', bot_user_id: 'U00CAFEBOT' })),
                ...names.map((name) => ({ token: `xoxp-${name}`, type: 'user', user: name })),
            ],
            signing_secret: 'the-signing-secret-of-emulate',
        },
    },
});
console.log(`READY http://127.0.0.1:${port}/api/`);
createInterface({ input: process.stdin })
    .on('line', (url) => {
        events.register({ url, events: ['*'], active: true, owner: 'slack' });
        console.log('TOLD');
    })
    // Whoever started it is gone.
    .on('close', () => process.exit(0));
