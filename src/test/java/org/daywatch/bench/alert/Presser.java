package org.daywatch.bench.alert;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A device with its connection open, as a page keeps it. Plain bytes, so that what is measured is the node and not a
 * client's library.
 */
final class Presser implements AutoCloseable {

    private final Socket socket;

    Presser(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
    }

    byte[] request(String token, String body) {
        return ("POST /lane/presses HTTP/1.1\r\nHost: lane\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
    }

    /** @throws IllegalStateException the press was not accepted */
    void accepted() throws IOException {
        var answer = new StringBuilder();
        byte[] some = new byte[4096];
        while (!whole(answer)) {
            int read = socket.getInputStream().read(some);
            if (read < 0) throw new EOFException("the lane closed the connection: " + answer);
            answer.append(new String(some, 0, read, StandardCharsets.UTF_8));
        }
        if (!answer.toString().startsWith("HTTP/1.1 202 ")) throw new IllegalStateException(answer.toString());
    }

    private static boolean whole(CharSequence answer) {
        var length = java.util.regex.Pattern.compile("(?is)content-length: *([0-9]+).*?\r\n\r\n(.*)").matcher(answer);
        return length.find() && length.group(2).length() >= Integer.parseInt(length.group(1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
