package org.daywatch.emergencies.incidents.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.emergencies.Tables.INCIDENT_PHOTO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.CleanPicture;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A photo from a principal's phone, sent through the form of the incident's page.
 *
 * <p>A-15, P-12 of docs/security.
 */
@DaywatchIT
class IncidentPhotosIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired List<LaneListener> lane;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private PostedDay day;
    private UUID person;
    private Visit principal;
    private UUID incident;
    private String photos;

    @BeforeEach
    void anIncident() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "principal" + day.cast.suffix() + "@story.example", "Pat Greer", Role.PRINCIPAL, day.school));
        principal = visitor.signedIn(person, day.cast.mesquite(), Role.PRINCIPAL);
        incident = Ids.next();
        photos = "/incidents/" + incident + "/photos";
        var press = new LaneEntry.Press(incident, day.cast.agency(), day.cast.mesquite(), day.school,
                AlertStatus.ACTUAL, ProtocolAction.HOLD, "", null, "", "", LaneEntry.Source.WEB, null, "Ana Cruz",
                null, clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        await().atMost(Duration.ofSeconds(40)).until(() -> story.as(day.cast.agency(),
                () -> db.fetchExists(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID.eq(incident))));
    }

    @Test
    void whereItWasTakenIsNotKeptAndWhoSentAndWhoLookedIsWrittenDown() throws IOException {
        byte[] taken = withPlace(jpeg(30, 20));
        assertThat(latin(taken)).contains("Exif", "2026:08:03 09:41:07");
        assertThat(principal.upload(photos, "photo", "IMG_2041.JPG", taken, "caption", "Door 4").statusCode())
                .isEqualTo(302);
        assertThat(principal.get("/incidents/" + incident).body()).contains("Door 4", "30 × 20", "Pat Greer");
        var kept = story.as(day.cast.mesquite(), () -> db.selectFrom(INCIDENT_PHOTO).fetchSingle());
        assertThat(latin(kept.getPicture())).as("nothing the camera wrote").doesNotContain("Exif")
                .doesNotContain("2026:08:03").doesNotContain(latin(DEGREES)).startsWith("\u00ff\u00d8\u00ff");
        assertThat(audited("PhotoAdded")).isOne();
        assertThat(audited("ReadIncidentPhoto")).isZero();
        var seen = principal.get(photos + "/" + kept.getId());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("content-type").orElse("")).isEqualTo("image/jpeg");
        assertThat(seen.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(seen.headers().firstValue("content-disposition").orElse("")).as("a name of ours")
                .isEqualTo("inline; filename=\"photo-" + kept.getId() + ".jpg\"");
        assertThat(principal.bytes(photos + "/" + kept.getId())).isEqualTo(kept.getPicture());
        assertThat(audited("ReadIncidentPhoto")).as("each look").isEqualTo(2);
        assertThat(principal.get(photos + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoPhotoOrTooLargeIsNamedAtItsFieldAndTheCaptionComesBack() {
        var film = principal.upload(photos, "photo", "clip.mp4",
                "\0\0\0 ftypisom".getBytes(StandardCharsets.ISO_8859_1), "caption", "Door 4");
        assertThat(film.statusCode()).isEqualTo(400);
        assertThat(film.body())
                .containsPattern("(?s)<p[^>]*id=\"photo-file-error\"[^>]*>.*?This file is not a JPEG or PNG")
                .contains("value=\"Door 4\"");
        var large = principal.upload(photos, "photo", "pano.jpg", new byte[CleanPicture.LARGEST_FILE + 1], "caption",
                "The whole yard");
        assertThat(large.statusCode()).isEqualTo(400);
        assertThat(large.body()).contains("This photo is too large (16 MB). Send one of at most 15 MB",
                "value=\"The whole yard\"");
        assertThat(principal.upload(photos, "photo", "", new byte[0], "caption", "Door 4").body())
                .contains("Choose a photo.");
        assertThat(principal
                .upload(photos, "photo", "half.jpg", java.util.Arrays.copyOf(jpeg(30, 20), 40), "caption", "Door 4")
                .body()).contains("This photo cannot be read.");
        assertThat(story.as(day.cast.mesquite(), () -> db.fetchCount(INCIDENT_PHOTO))).isZero();
        assertThat(audited("PhotoAdded")).isZero();
    }

    /** What no page takes is refused before it is read; only its length was said. */
    @Test
    void aFilmOfThreeHundredMegabytesIsRefusedUnread() throws IOException {
        String session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, day.cast.mesquite(), Role.PRINCIPAL);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST " + photos + " HTTP/1.1\r\nHost: localhost:" + port
                            + "\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: 300000000\r\n"
                            + "Cookie: daywatch_session=" + session + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder(); // the sentence ends with no line, and the door stays open for what is still sent
            for (int c = socket.getInputStream().read(); c >= 0
                    && answer.indexOf("at most 215 MB") < 0; c = socket.getInputStream().read())
                answer.append((char) c);
            assertThat(answer.toString()).startsWith("HTTP/1.1 413").contains("The file was not read: it has 286 MB");
        }
    }

    private int audited(String action) {
        return story.as(day.cast.mesquite(),
                () -> db.fetchSingle("select count(*) from platform.audit_line where action = ?", action).get(0,
                        Integer.class));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] jpeg(int w, int h) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** 33 degrees 26 minutes 54.24 seconds, as three fractions. */
    private static final byte[] DEGREES = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putInt(33).putInt(1)
            .putInt(26).putInt(1).putInt(5424).putInt(100).array();

    /**
     * As a phone writes it (Exif 2.3, 4.6): a first directory with the time and the way to a second one, which holds
     * the latitude.
     */
    private static byte[] withPlace(byte[] jpeg) {
        var tiff = ByteBuffer.allocate(112).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'I').put((byte) 'I')
                .putShort((short) 42).putInt(8);
        tiff.putShort((short) 2).putShort((short) 0x0132).putShort((short) 2).putInt(20).putInt(38)
                .putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(58).putInt(0);
        tiff.put("2026:08:03 09:41:07\0".getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 2).putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0})
                .putShort((short) 2).putShort((short) 5).putInt(3).putInt(88).putInt(0).put(DEGREES);
        int length = 2 + 6 + tiff.capacity();
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(tiff.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
