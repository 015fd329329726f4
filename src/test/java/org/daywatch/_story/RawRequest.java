package org.daywatch._story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request byte by byte as no browser would send it. */
public final class RawRequest {

    private static final int PATIENCE_MS = 50_000;
    private static final int MOST = 1 << 16;

    private RawRequest() {}

    /** @param request asks to close, or is refused and closed @return head and body; empty where it was only closed */
    public static String answer(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return answer(socket, request, MOST);
        }
    }

    /** "400", or "closed". */
    public static String status(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String begin = answer(socket, request, "HTTP/1.1 400".length());
            return begin.isEmpty() ? "closed" : begin.substring("HTTP/1.1 ".length());
        }
    }

    /** @param bytes so many of the answer, or all there are */
    public static String answer(Socket socket, String request, int bytes) throws IOException {
        socket.setSoTimeout(PATIENCE_MS);
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketTimeoutException silent) {
            throw silent;
        } catch (IOException closed) { // while it was still being sent
            return "";
        }
    }
}
