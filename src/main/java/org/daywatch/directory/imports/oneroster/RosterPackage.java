package org.daywatch.directory.imports.oneroster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.FileKind;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;

/** The files of a package, from a folder or unpacked from a zip, with what the manifest says of each. */
final class RosterPackage implements AutoCloseable {
    static final List<String> KNOWN = List.of("manifest", "orgs", "academicsessions", "users", "roles", "classes",
            "enrollments");
    private static final List<String> NEEDED = List.of("orgs", "academicsessions", "users", "classes", "enrollments");
    private static final List<ExpectedColumn> MANIFEST = List.of(ExpectedColumn.required("propertyName"),
            ExpectedColumn.required("value"));
    private final Map<String, Path> files;
    private final List<Path> temporary;
    private final Map<String, String> manifest = new HashMap<>();

    private RosterPackage(Map<String, Path> files, List<Path> temporary) {
        this.files = files;
        this.temporary = temporary;
    }

    static RosterPackage open(Path path, String name) {
        try {
            RosterPackage found = Files.isDirectory(path) ? folder(path) : zip(path, name);
            try {
                found.readManifest(name);
                found.readHeadings();
                return found;
            } catch (RuntimeException e) {
                found.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Empty where the package has no such file or the manifest calls it absent. */
    Optional<TextFile> file(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if ("absent".equals(manifest.get("file." + key)) || !files.containsKey(key)) return Optional.empty();
        return Optional.of(TextFile.open(files.get(key), name + ".csv"));
    }

    private static RosterPackage folder(Path folder) throws IOException {
        var files = new HashMap<String, Path>();
        List<Path> inside;
        try (var list = Files.list(folder)) {
            inside = list.toList();
        }
        inside.stream().filter(Files::isRegularFile)
                .forEach(file -> keyOf(file.getFileName().toString()).ifPresent(key -> files.put(key, file)));
        var folders = inside.stream().filter(Files::isDirectory)
                .filter(f -> !f.getFileName().toString().startsWith("__MACOSX")).toList();
        return files.isEmpty() && folders.size() == 1
                ? folder(folders.getFirst())
                : new RosterPackage(files, List.of());
    }

    private static RosterPackage zip(Path path, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(512);
        }
        if (FileKind.of(head) != FileKind.ZIP) { throw new IntakeRefused("imports.package.none", name); }
        var unpacked = new RosterPackage(new HashMap<>(), new ArrayList<>());
        try {
            unpacked.fill(path, name);
            return unpacked;
        } catch (ZipException | EOFException e) {
            unpacked.close();
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw new IntakeRefused("imports.package.password", name);
            }
            throw new IntakeRefused("imports.package.damaged", name, e.getMessage());
        } catch (IOException | RuntimeException e) {
            unpacked.close(); // what was unpacked until then holds students' names
            throw e;
        }
    }

    private void fill(Path path, String name) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                var key = keyOf(entry.getName().replaceAll(".*[/\\\\]", ""));
                if (entry.isDirectory() || key.isEmpty()) continue;
                if (files.containsKey(key.get()))
                    throw new IntakeRefused("imports.package.twice", name, key.get() + ".csv");
                Path file = Files.createTempFile("daywatch-roster", ".csv"); // readable by this user only
                temporary.add(file);
                unpack(zip, entry, file);
                files.put(key.get(), file);
            }
        }
    }

    /** Stops at the limit however small the packed file pretended to be. */
    private static void unpack(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        try (InputStream in = zip.getInputStream(entry); var out = Files.newOutputStream(file)) {
            long left = TextFile.LIMIT;
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                left -= n;
                if (left < 0)
                    throw new IntakeRefused("imports.package.large", entry.getName(), (int) (TextFile.LIMIT >> 20));
                out.write(block, 0, n);
            }
        }
    }

    private static Optional<String> keyOf(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv")
                ? Optional.of(lower.substring(0,
                        lower.length() - 4)).filter(KNOWN::contains)
                : Optional.empty();
    }

    /** Whether a file holds only what changed since the last package; without a manifest every file is a whole list. */
    boolean isChanges(String name) {
        return "delta".equals(manifest.get("file." + name.toLowerCase(Locale.ROOT)));
    }

    /**
     * What it refers to may stand in an earlier package: it holds only what changed, or says itself that it lacks this
     * file.
     */
    boolean isPartial(String name) {
        return isChanges(name) || hasManifest() && file(name).isEmpty();
    }

    boolean hasManifest() {
        return files.containsKey("manifest");
    }

    private void readManifest(String name) {
        if (!hasManifest() && !files.containsKey("orgs") && !files.containsKey("users")) {
            throw new IntakeRefused("imports.package.empty", name);
        }
        if (hasManifest()) {
            try (Table table = Table.open(TextFile.open(files.get("manifest"), "manifest.csv"), MANIFEST)) {
                for (Row row : table)
                    manifest.put(row.raw("propertyName").toLowerCase(Locale.ROOT),
                            row.raw("value").toLowerCase(Locale.ROOT));
            }
            String version = manifest.getOrDefault("oneroster.version", "");
            if (!version.matches("1\\.[0-2](\\..*)?")) { throw new IntakeRefused("imports.package.version", version); }
        }
        NEEDED.forEach(this::needed);
        needed("roles"); // only where the manifest promises it
    }

    private void needed(String file) {
        String mode = manifest.getOrDefault("file." + file, files.containsKey(file) ? "bulk" : "absent");
        if (!mode.equals("absent") && !files.containsKey(file))
            throw new IntakeRefused("imports.package.promised", file + ".csv");
        boolean changes = NEEDED.stream().anyMatch(this::isChanges);
        if (mode.equals("absent") && file.equals("orgs") && !changes) throw new IntakeRefused("imports.package.orgs");
    }

    /**
     * Schools stand with each user (orgSourcedIds in 1.1, primaryOrgSourcedId in 1.2), with the roles of 1.2, or with
     * the enrollments; without any of them nobody could be placed.
     */
    private void readPlaces(Table users) {
        if (users.has("orgSourcedIds") || users.has("primaryOrgSourcedId") || file("roles").isPresent()
                || file("enrollments").isPresent())
            return;
        throw new IntakeRefused("imports.package.places");
    }

    /** A file of the package that cannot be read is found before any row of another is written. */
    private void readHeadings() {
        RosterColumns.OF.forEach((file, columns) -> file(file).ifPresent(text -> {
            try (Table table = Table.open(text, columns)) {
                if (file.equals("users")) readPlaces(table);
            }
        }));
    }

    @Override
    public void close() {
        for (Path file : temporary) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
