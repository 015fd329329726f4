package org.daywatch.platform.outgoing;

/** Text messages to a number, once and now. */
public interface TextMessages {

    boolean possible();

    /** @throws NotTaken with the gateway's own answer */
    void send(String phone, String text);
}
