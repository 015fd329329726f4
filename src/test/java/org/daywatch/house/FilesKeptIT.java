package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.operations.FilesKept;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.forms.KeptFile;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each organization has so much room for files. A-22 of docs/security. */
@DaywatchIT
class FilesKeptIT {

    /** Read line by line and not kept as a file. */
    private static final Set<String> READ = Set.of("ImportPages.upload", "StandardPages.load",
            "CheckpointFilePages.take",
            "InstrumentPages.load", "LessonShelfPages.add", "OwnCoursePages.add", "LineTipPages.take");

    /** Keys, seals, secrets, digests, letters that wait to be sent, and sentences about a student. */
    private static final String NO_FILE = ".*(hash|key|secret|seal|token|digest|signature|handle|id|data|object|content|sha256|nonce|cipher|salt|proof|mac|mark|cause|promises)";

    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired FilesKept files;
    @Autowired DSLContext db;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints;

    @Test
    void whoHasNoRoomLeftIsToldHowMuchIsKeptOfHowMuchAndOperationsSaysIt() throws IOException {
        var cast = story.cast();
        var admin = visitor.signedIn(story.as(cast.agency(), () -> organizations.join(cast.agency(),
                "files" + cast.suffix() + "@kept.example", "Kit Alder", Role.AGENCY_ADMIN, null)), cast.agency(),
                Role.AGENCY_ADMIN);
        assertThat(admin.upload("/agency/logo", "photo", "a.png", noise(400)).statusCode()).isEqualTo(302);
        var kept = story.as(cast.agency(), files::room);
        assertThat(kept.bytes()).as("what the logo takes").isBetween(400L * 400, 2L << 20);
        assertThat(story.as(story.cast().agency(), files::room).bytes()).as("of another agency").isZero();
        var target = AopTestUtils.getTargetObject(files);
        var most = ReflectionTestUtils.getField(target, "most");
        try {
            ReflectionTestUtils.setField(target, "most", DataSize.ofMegabytes(1));
            var refused = admin.upload("/agency/logo", "photo", "b.png", noise(700));
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).containsPattern("keeps 0 MB of files, of at most 1 MB, and this one has 2 MB")
                    .contains("guarda 0 MB");
            assertThat(admin.upload("/agency/logo", "photo", "c.png", noise(40)).statusCode()).isEqualTo(302);
            assertThat(admin.get("/operations").body()).contains("Files kept", "0 / 1 MB");
        } finally {
            ReflectionTestUtils.setField(target, "most", most);
        }
    }

    @Test
    void everyFormWithAFileSaysWhetherTheFileIsKept() {
        var silent = new TreeSet<String>();
        endpoints.getHandlerMethods().values().forEach(handler -> Arrays.stream(handler.getMethodParameters())
                .filter(p -> p.getParameterType() == MultipartFile.class)
                .filter(p -> !p.hasParameterAnnotation(KeptFile.class))
                .forEach(p -> silent.add(handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName())));
        Offenders.asListed(silent, java.util.List.copyOf(READ),
                "Put @KeptFile on the parameter, or name it among those that are only read: it takes a file",
                "Take it off the list of FilesKeptIT: it takes no file, or keeps it");
    }

    @Test
    void everyColumnThatHoldsFilesIsCounted() {
        var uncounted = new TreeSet<String>();
        db.fetch("""
                select table_schema, table_name, column_name from information_schema.columns
                where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema', 'public')""")
                .forEach(c -> {
                    String column = c.get(2, String.class);
                    if (!FilesKept.COLUMNS.contains(column) && !column.matches(NO_FILE))
                        uncounted.add(c.get(0) + "." + c.get(1) + "." + column);
                });
        Offenders.none("Name the column in FilesKept.COLUMNS, or here as what is no file.", uncounted);
    }

    /** A picture that cannot be made smaller. */
    private static byte[] noise(int edge) throws IOException {
        var picture = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(7);
        for (int x = 0; x < edge; x++) for (int y = 0; y < edge; y++) picture.setRGB(x, y, random.nextInt());
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
