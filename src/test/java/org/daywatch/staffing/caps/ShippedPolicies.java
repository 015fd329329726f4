package org.daywatch.staffing.caps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The policies as the migration inserts them, read from the migration itself so that no second copy can drift. */
public final class ShippedPolicies {

    private ShippedPolicies() {}

    public static List<CapPolicy> all() {
        try {
            var sql = Files.readString(Path.of("src/main/java/org/daywatch/staffing/migrations/V010__cap_policies.sql"));
            return CapDocument.policies(sql.split("\\$policies\\$")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<CapPolicy> of(String set) {
        return all().stream().filter(p -> p.set().equals(set)).toList();
    }
}
