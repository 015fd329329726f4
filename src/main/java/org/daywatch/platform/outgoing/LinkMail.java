package org.daywatch.platform.outgoing;

/** Letters that carry a secret link to somebody who may have no account: sent once after commit, and stored nowhere. */
public interface LinkMail {

    /** Whether mail leaves this installation at all. */
    boolean possible();

    /** @param key subject under {@code mail.KEY.subject}, text under {@code mail.KEY.body} */
    void send(String to, String language, String key, Object... arguments);
}
