package org.daywatch.platform.securitylog;

import java.nio.charset.StandardCharsets;

/** A line as RFC 5424 frames it. The collector finds the event's own moment and words in the JSON after the header. */
record SyslogMessage(SecurityLine line, String host, String json) {

    private static final int AUTHPRIV = 10;
    private static final int WARNING = 4;
    private static final int NOTICE = 5;

    byte[] bytes() {
        int priority = AUTHPRIV * 8 + (line.succeeded() ? NOTICE : WARNING);
        String header = "<" + priority + ">1 " + line.at() + " " + host + " daywatch "
                + ProcessHandle.current().pid() + " " + line.event().word() + " - ";
        return (header + json).getBytes(StandardCharsets.UTF_8);
    }

    /** Over a stream each message says first how long it is (RFC 5425, RFC 6587 section 3.4.1). */
    byte[] counted() {
        byte[] message = bytes();
        byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[length.length + message.length];
        System.arraycopy(length, 0, all, 0, length.length);
        System.arraycopy(message, 0, all, length.length, message.length);
        return all;
    }
}
