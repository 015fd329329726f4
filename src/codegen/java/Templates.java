import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * Writes the Java of every template, and only where it says something new: what was not changed is not compiled again.
 */
public class Templates {

    public static void main(String[] args) throws IOException {
        Path rooms = Path.of(args[0]);
        Path output = Files.createDirectories(Path.of(args[1]));
        Path fresh = Files.createTempDirectory("daywatch-templates");
        var engine = TemplateEngine.create(new DirectoryCodeResolver(rooms), fresh, ContentType.Html, null,
                "gg.jte.generated.precompiled");
        engine.setTrimControlStructures(true);
        engine.generateAll();
        var written = java(fresh);
        for (var file : written) {
            var to = output.resolve(file);
            if (Files.exists(to) && Files.mismatch(to, fresh.resolve(file)) == -1) continue;
            Files.createDirectories(to.getParent());
            Files.copy(fresh.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
        }
        for (var old : java(output)) if (!written.contains(old)) Files.delete(output.resolve(old)); // its template is gone
        FileSystemUtils.deleteRecursively(fresh);
    }

    private static Set<Path> java(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).map(folder::relativize)
                    .collect(Collectors.toSet());
        }
    }
}
