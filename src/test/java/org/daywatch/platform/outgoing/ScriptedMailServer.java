package org.daywatch.platform.outgoing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told: to a password, and to a recipient. */
public final class ScriptedMailServer implements AutoCloseable {

    public volatile String toPassword = "235 welcome";
    public volatile String toRecipient = "250 fine";
    public volatile int pauseMillis;
    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final List<String> letters = new CopyOnWriteArrayList<>();

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    public ScriptedMailServer() throws IOException {
        Thread.ofPlatform().daemon().start(() -> {
            while (!door.isClosed()) {
                try {
                    var guest = door.accept();
                    Thread.ofPlatform().daemon().start(() -> talk(guest));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    public int port() {
        return door.getLocalPort();
    }

    private void talk(Socket guest) {
        try (guest;
                var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8))) {
            say(guest, "220 scripted.example");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (word) {
                    case "EHLO" -> say(guest, "250-scripted.example\r\n250 AUTH PLAIN");
                    case "AUTH" -> say(guest, toPassword);
                    case "RCPT" -> say(guest, toRecipient);
                    case "DATA" -> {
                        say(guest, "354 go on");
                        var letter = new StringBuilder();
                        for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine())
                            letter.append(text).append('\n');
                        Thread.sleep(pauseMillis);
                        letters.add(letter.toString());
                        say(guest, "250 taken");
                    }
                    case "QUIT" -> {
                        say(guest, "221 bye");
                        return;
                    }
                    default -> say(guest, "250 fine");
                }
            }
        } catch (IOException | InterruptedException gone) {
            // the guest left
        }
    }

    private static void say(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
