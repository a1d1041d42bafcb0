// A desk with accounts: the first is made with the word that the server printed; then others sign in, and out.
import { assert, sees } from './ask.mjs';
import { openDesk } from '../desk.mjs';

export const signing = {
  'the first account, another, a token, signing out and in': async ({ page, context }) => {
    // Without a store there is no case file to serve with accounts.
    if (!process.env.TEARLINE_STORE) return 'SKIPPED, since TEARLINE_STORE names no store';
    const house = await openDesk({ accounts: true });
    try {
      // The page of the other desk complains of requests to this one: it has a page of its own.
      const mine = await context.newPage();
      await mine.goto(house.base);
      await mine.waitForURL(/\/setup/);
      const code = /code (\S+)/.exec(house.said())?.[1];
      assert.ok(code, house.said());
      await mine.getByLabel('The word that the server printed').fill(code);
      await mine.getByLabel('Your name, as it stands in the log').fill('ann');
      await mine.getByLabel('Password, at least 12 letters').fill('a long enough password');
      await mine.getByLabel('The same once more').fill('a long enough password');
      await mine.getByRole('button', { name: 'Make the account' }).click();
      await sees(mine, 'you are signed in');
      await mine.getByRole('link', { name: 'Administration' }).click();
      await mine.getByRole('link', { name: 'Accounts' }).click();
      await mine.getByRole('button', { name: 'New account' }).click();
      await mine.getByLabel('Name, as it will stand in the log').fill('ben');
      await mine.getByLabel(/^First password/).fill('another long password');
      await mine.getByRole('button', { name: 'Make it' }).click();
      await sees(mine, 'ben', 'tbody');
      await mine.getByRole('link', { name: 'Tokens' }).click();
      await mine.getByRole('button', { name: 'New token' }).click();
      await mine.getByLabel('What it is for').fill('a program');
      await mine.getByRole('button', { name: 'Make it' }).click();
      await sees(mine, 'This is shown once');
      await mine.keyboard.press('Escape');
      await mine.getByRole('button', { name: 'Sign out' }).click();
      await mine.waitForURL(/\/login/);
      await mine.goto(`${house.base}/register/warnings`);
      await mine.waitForURL(/\/login\?to=/);
      await mine.getByLabel('Name').fill('ben');
      await mine.getByLabel('Password').fill('a wrong password');
      await mine.getByRole('button', { name: 'Sign in' }).click();
      await mine.locator('[role=alert]').waitFor();
      await mine.getByLabel('Password').fill('another long password');
      await mine.getByRole('button', { name: 'Sign in' }).click();
      await mine.waitForURL(/\/register\/warnings/);
      await mine.close();
    } finally {
      await house.close();
    }
    await page.goto('about:blank');
  },
};
