package org.daywatch.staffing.caps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.daywatch.scheduling.caps.CapDocument;
import org.daywatch.scheduling.caps.CapPolicy;

/** The policies as the migration inserts them, read from the migration itself so that no second copy can drift. */
public final class ShippedPolicies {

    private ShippedPolicies() {}

    /**
     * As the migrations leave them: what a later one says of the same policy and day replaces what an earlier one said.
     */
    public static List<CapPolicy> all() {
        var all = new LinkedHashMap<String, CapPolicy>();
        try (var files = Files.walk(Path.of("src/main/java/org/daywatch/staffing/migrations"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                var parts = Files.readString(file).split("\\$policies\\$");
                for (int i = 1; i < parts.length; i += 2)
                    CapDocument.policies(parts[i]).forEach(p -> all.put(p.id() + p.validFrom(), p));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all.values());
    }

    public static List<CapPolicy> of(String set) {
        return all().stream().filter(p -> p.set().equals(set)).toList();
    }
}
