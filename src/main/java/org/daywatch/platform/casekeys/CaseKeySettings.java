package org.daywatch.platform.casekeys;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param directory of the wrapped keys, shared by the nodes of an installation; blank: the folder "case-keys" beside
 * the embedded database's data
 * @param copies where a dated copy of them is laid each day, best on another machine's disk; blank: none are made, and
 * a lost disk takes every sealed case along
 * @param copyDays a copy is destroyed so many days after its own
 */
@ConfigurationProperties("daywatch.case-keys")
public record CaseKeySettings(@DefaultValue("") String directory, @DefaultValue("") String copies,
        @DefaultValue("35") int copyDays) {

    public CaseKeySettings {
        if (copyDays < 1 || copyDays > 366)
            throw new IllegalArgumentException("daywatch.case-keys.copy-days is " + copyDays
                    + ". Give 1 to 366: shredding is final when the last copy is gone.");
    }

    Path folder(Path database) {
        return directory.isBlank() ? database.resolve("case-keys") : Path.of(directory);
    }

    Optional<Path> copiesFolder() {
        return copies.isBlank() ? Optional.empty() : Optional.of(Path.of(copies));
    }
}
