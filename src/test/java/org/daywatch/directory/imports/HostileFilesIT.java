package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.CALENDAR;
import static org.daywatch_db.directory.Tables.IMPORT_RUN;
import static org.daywatch_db.directory.Tables.GUARDIAN;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.platform.Tables.ORGANIZATION;
import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every kind of import with files as they really arrive: read, or refused in a sentence; never a fault of ours, never
 * half taken.
 *
 * <p>A-22 of docs/security.
 */
@DaywatchIT
class HostileFilesIT {
    private static final Path EXAMPLES = Path.of("docs/formats/examples");
    @Autowired Story story;
    @Autowired FileImports imports;
    @Autowired DSLContext db;
    @TempDir Path folder;

    /** What became of a file: its report, or the sentence that refused it. */
    private record Outcome(ImportReport report, String refused) {}

    @ParameterizedTest
    @EnumSource(ImportKind.class)
    void isReadOrRefusedInASentence(ImportKind kind) throws IOException {
        for (var file : files(text(kind)).entrySet()) {
            var cast = story.cast();
            if (kind == ImportKind.DUTY) outcome(cast, ImportKind.OFFICERS, officers(cast), false);
            String as = kind + " " + file.getKey();
            Path path = Files.write(folder.resolve("list.csv"), file.getValue());
            var preview = outcome(cast, kind, path, true);
            var taken = outcome(cast, kind, path, false);
            if (taken.report() == null) {
                assertThat(taken.refused()).as(as).isEqualTo(preview.refused()).hasSizeGreaterThan(20).endsWith(".");
                assertThat(rows(cast, kind)).as(as + " leaves nothing behind").isZero();
                assertThat(
                        story.as(
                                tenant(cast, kind), () -> db
                                        .fetchValue(
                                                db.select(IMPORT_RUN.STATE).from(IMPORT_RUN)
                                                        .orderBy(IMPORT_RUN.STARTED_AT.desc(),
                                                                IMPORT_RUN.ID.desc())
                                                        .limit(1))))
                        .as(as).isEqualTo("REFUSED");
            } else {
                assertThat(taken.report().read()).as(as).isPositive()
                        .isEqualTo(taken.report().accepted() + taken.report().refusedRows());
                assertThat(taken.report().refused()).as(as).isEqualTo(preview.report().refused())
                        .allMatch(cell -> cell.line() > 0 && !cell.field().isBlank() && !cell.reason().isBlank()
                                && cell.value().length() <= 201);
            }
        }
    }

    /**
     * With addresses of this cast's own: an account of the same address elsewhere is the same person, and their time is
     * taken there.
     */
    private Path officers(Story.Cast cast) throws IOException {
        String text = Files.readString(EXAMPLES.resolve("officers.csv")).replace("@copper.example",
                "@copper" + cast.suffix() + ".example");
        return Files.writeString(folder.resolve("officers.csv"), text);
    }

    private static Map<String, byte[]> files(String text) throws IOException {
        String heading = text.lines().findFirst().orElseThrow();
        var files = new LinkedHashMap<String, byte[]>();
        files.put("UTF-16", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        files.put("UTF-16 with zero characters",
                ("\uFEFF" + text.replaceFirst("\\n", "\n\0")).getBytes(StandardCharsets.UTF_16BE));
        files.put("Windows-1252", text.replaceFirst("e", "\u00E9").getBytes(Charset.forName("windows-1252")));
        files.put("a mark", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        files.put("carriage returns", text.replaceAll("\\R", "\r").getBytes(StandardCharsets.UTF_8));
        files.put("zero bytes", (text + "\0\0").getBytes(StandardCharsets.UTF_8));
        files.put("a quote that never closes", text.replaceFirst("\\n", "\n\"").getBytes(StandardCharsets.UTF_8));
        files.put("nothing", new byte[0]);
        files.put("headings only", (heading + "\n").getBytes(StandardCharsets.UTF_8));
        files.put("other headings", "red,green,blue\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        files.put("headings twice", (heading + "," + heading + "\n").getBytes(StandardCharsets.UTF_8));
        files.put("a megabyte in a cell", (text + "\n" + "x".repeat(1 << 20) + "\n").getBytes(StandardCharsets.UTF_8));
        files.put("every row twice", (text + text.substring(text.indexOf('\n') + 1)).getBytes(StandardCharsets.UTF_8));
        files.put("the end missing", text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8));
        files.put("a web page", "<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8));
        files.put("a zip", zip("list.csv", text));
        files.put("a workbook", zip("xl/workbook.xml", text));
        return files;
    }

    private static String text(ImportKind kind) throws IOException {
        return switch (kind) {
            case CALENDAR -> Files.readString(EXAMPLES.resolve("calendar.ics"));
            case ONEROSTER -> Files.readString(EXAMPLES.resolve("oneroster/orgs.csv"));
            default -> Files.readString(EXAMPLES.resolve(kind.word() + ".csv"));
        };
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Outcome outcome(Story.Cast cast, ImportKind kind, Path path, boolean preview) {
        var file = new ImportFile(path, "list.csv", kind == ImportKind.CALENDAR ? cast.mesquite() : null);
        try {
            return Tenancy.as(Scope.system(tenant(cast, kind)),
                    () -> new Outcome(preview ? imports.preview(kind, file) : imports.take(kind, file), ""));
        } catch (IntakeRefused refused) {
            return new Outcome(null, String.valueOf(refused.getMessage()));
        }
    }

    private static UUID tenant(Story.Cast cast, ImportKind kind) {
        return kind == ImportKind.ONEROSTER || kind == ImportKind.GUARDIANS ? cast.mesquite() : cast.agency();
    }

    private int rows(Story.Cast cast, ImportKind kind) {
        return story.as(cast.agency(), () -> switch (kind) {
            case NCES, SCHOOLS, ONEROSTER -> db.fetchCount(SCHOOL);
            case CALENDAR -> db.fetchCount(CALENDAR);
            case OFFICERS -> db.fetchCount(OFFICER);
            case DUTY -> db.fetchCount(HOUR_ENTRY);
            case GUARDIANS -> db.fetchCount(GUARDIAN);
            case DEPARTMENTS -> db.fetchCount(ORGANIZATION, ORGANIZATION.KIND.eq("DEPARTMENT")
                    .and(ORGANIZATION.PARENT_ID.eq(cast.agency())).and(ORGANIZATION.ID.ne(cast.department())));
        });
    }
}
