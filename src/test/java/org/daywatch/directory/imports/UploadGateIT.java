package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Announces an upload of 200 MB, sends not one byte of it, and is answered nevertheless: nobody waited for the file.
 *
 * <p>A-22 of docs/security.
 */
@DaywatchIT
class UploadGateIT {

    private static final int PATIENCE = 10_000;

    @Autowired Story story;
    @Autowired Sessions sessions;
    @Autowired Organizations organizations;
    @LocalServerPort int port;

    @Test
    void aStrangerIsAskedToSignInBeforeTheirFileIsRead() throws IOException {
        assertThat(announce("/imports", null)).as("to the sign-in page").isEqualTo(303);
    }

    @Test
    void whoMayNotImportIsToldSoBeforeTheirFileIsRead() throws IOException {
        var cast = story.cast();
        UUID officer = Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.agency(),
                "gate" + cast.suffix() + "@imports.example", "Sam Ocotillo", Role.OFFICER, null));
        assertThat(announce("/imports", sessions.open(officer, "PASSKEY", "test"))).isEqualTo(403);
    }

    @Test
    void aPageThatTakesNoFileTakesNoParts() throws IOException {
        assertThat(announce("/sign-in", null)).isEqualTo(415);
        assertThat(announce("/nowhere", null)).isEqualTo(404);
    }

    @Test
    void aFileThatIsTooLargeIsToldSoAndNotThatTheFormIsWrong() throws IOException {
        String coordinator = sessions.open(story.cast().coordinator(), "PASSKEY", "test");
        assertThat(announce("/imports", coordinator, 300_000_000)).isEqualTo(413);
    }

    private int announce(String path, String session) throws IOException {
        return announce(path, session, 200_000_000);
    }

    private int announce(String path, String session, long size) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nContent-Type: multipart/form-data; boundary=edge\r\n"
                    + "Content-Length: " + size + "\r\n"
                    + (session == null ? "" : "Cookie: daywatch_session=" + session + "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 303".length());
            return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
        }
    }
}
