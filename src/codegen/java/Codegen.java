import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.tools.ToolProvider;
import org.daywatch.platform.database.DatabaseRoles;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.Migrations;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;
import org.springframework.util.FileSystemUtils;

/**
 * Runs every room's migrations on a fresh PostgreSQL, writes jOOQ's classes from the result, one package per room, and
 * compiles them: only where a migration changed. No other compilation reads these sources again.
 */
public class Codegen {

    public static void main(String[] args) throws Exception {
        Path rooms = Path.of(args[0]);
        Path output = Path.of(args[1]);
        Path classes = Path.of(args[2]);
        Path stamp = output.resolve("migrations.sha256");
        String digest = digest(rooms);
        var begun = FileTime.from(Instant.now());
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            Files.setLastModifiedTime(stamp, begun); // so new is all that was generated
            return;
        }

        Path home = Files.createTempDirectory("daywatch-codegen");
        try (var postgres = EmbeddedPostgres.start(home, false)) {
            DatabaseRoles.create(postgres.url("postgres"), postgres.secrets());
            Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(),
                    "filesystem:" + rooms + "/%s/migrations");
            generate(postgres, output);
        }
        FileSystemUtils.deleteRecursively(home);
        compile(output, classes);
        Files.writeString(stamp, digest);
        Files.setLastModifiedTime(stamp, begun);
    }

    private static void generate(EmbeddedPostgres postgres, Path output) throws Exception {
        var database = new Database().withName("org.jooq.meta.postgres.PostgresDatabase").withIncludes(".*")
                .withExcludes(
                        "migration_history|.*\\.pg_.*|.*\\.g(in|bt)_.*|.*trgm.*|.*similarity.*|protect|append_only|exempt|.*_dist|set_limit|show_limit|gbt.*")
                .withIncludeRoutines(false)
                .withSchemata(
                        DatabaseRoles.ROOMS.stream().map(r -> new SchemaMappingType().withInputSchema(r)).toList())
                .withForcedTypes(
                        new ForcedType().withName("INSTANT")
                                .withIncludeTypes("(?i:timestamp with time zone|timestamptz)"),
                        new ForcedType().withUserType("org.jooq.postgres.extensions.types.OffsetDateTimeRange")
                                .withBinding("org.jooq.postgres.extensions.bindings.OffsetDateTimeRangeBinding")
                                .withIncludeTypes("tstzrange"));
        var generator = new Generator().withDatabase(database)
                .withGenerate(new Generate().withRecords(true).withComments(false).withGlobalObjectReferences(true)
                        .withIndexes(false)
                        // Nobody joins by path, and each of these is a method on every table.
                        .withImplicitJoinPathsToOne(false).withImplicitJoinPathsToMany(false)
                        .withImplicitJoinPathTableSubtypes(false)
                        .withWhereMethodOverrides(false).withRenameMethodOverrides(false))
                .withTarget(new Target().withPackageName("org.daywatch_db").withDirectory(output.toString()));
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc().withUrl(postgres.url("daywatch")).withUser("postgres")
                        .withPassword(postgres.secrets().superuser()))
                .withLogging(org.jooq.meta.jaxb.Logging.WARN).withGenerator(generator));
    }

    private static void compile(Path sources, Path classes) throws Exception {
        FileSystemUtils.deleteRecursively(classes); // a table that is gone leaves no class
        Files.createDirectories(classes);
        var javac = ToolProvider.getSystemJavaCompiler();
        try (var files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var walk = Files.walk(sources)) {
            var found = files.getJavaFileObjectsFromPaths(walk.filter(p -> p.toString().endsWith(".java")).toList());
            var options = List.of("-proc:none", "-nowarn", "-Xlint:none", "--release", "25", "-d", classes.toString(),
                    "-cp", System.getProperty("java.class.path"));
            if (!javac.getTask(null, files, null, options, null, found).call())
                throw new IllegalStateException("The database's code was not compiled; javac says why above.");
        }
    }

    private static String digest(Path rooms) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        List<Path> files;
        try (var walk = Files.walk(rooms)) {
            files = walk.filter(p -> p.toString().endsWith(".sql")).sorted().toList();
        }
        for (Path file : files) {
            sha.update(rooms.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            sha.update(Files.readAllBytes(file));
        }
        sha.update("generator 3".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }
}
