package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.junit.jupiter.api.Test;

/**
 * No library of a version that a known advisory is about: docs/security/advisories.csv, looked through by hand before a
 * release because nothing is asked over the network while building. A range is written as Maven writes one.
 *
 * <p>A-42 of docs/security.
 */
class AdvisoriesTest {

    private static final Path KNOWN = Path.of("docs/security/advisories.csv");
    private static final Pattern JAR = Pattern.compile(".*/\\.m2/repository/(.+)/([^/]+)/([^/]+)/[^/]+\\.jar");

    /** Of whatever the tests run with, which is what the jar holds and more: group and artifact, and its version. */
    private static Map<String, String> parts() {
        var parts = new TreeMap<String, String>();
        var paths = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String jar : paths.split(java.io.File.pathSeparator)) {
            var said = JAR.matcher(jar);
            if (said.matches()) parts.put(said.group(1).replace('/', '.') + ":" + said.group(2), said.group(3));
        }
        return parts;
    }

    private static List<NamedCsvRecord> known() throws IOException {
        try (var file = CsvReader.builder().ofNamedCsvRecord(KNOWN)) {
            return file.stream().toList();
        }
    }

    private static List<String> affected(Map<String, String> parts)
            throws IOException, InvalidVersionSpecificationException {
        var found = new ArrayList<String>();
        for (var advisory : known()) {
            String version = parts.get(advisory.getField("part"));
            if (version != null && VersionRange.createFromVersionSpec(advisory.getField("affected"))
                    .containsVersion(new DefaultArtifactVersion(version)))
                found.add(advisory.getField("part") + " " + version + ": " + advisory.getField("advisory") + ", "
                        + advisory.getField("affected") + " (" + advisory.getField("source") + ")");
        }
        return found;
    }

    @Test
    void nothingThatIsUsedIsOfAVersionAnAdvisoryIsAbout() throws Exception {
        assertThat(parts()).hasSizeGreaterThan(120).containsKeys("io.netty:netty-codec-http",
                "org.postgresql:postgresql", "org.apache.tomcat.embed:tomcat-embed-core");
        Offenders.none(
                "Take a version outside the range, in pom.xml; where the fault cannot be reached, say so in DECISIONS and take the line out.",
                affected(parts()));
    }

    @Test
    void anOldLibraryIsNamedWithItsAdvisory() {
        assertThatThrownBy(() -> Offenders.none("Take another.", affected(Map.of("io.netty:netty-codec-http",
                "4.2.17.Final", "org.bouncycastle:bcprov-lts8on", "2.73.9", "org.jsoup:jsoup", "1.24.1"))))
                .hasMessageContaining("netty-codec-http 4.2.17.Final: CVE-2026-89044")
                .hasMessageContaining("bcprov-lts8on 2.73.9: CVE-2026-59650").hasMessageNotContaining("jsoup");
    }

    @Test
    void everyLineSaysWhatItIsAboutAndWhereThatIsRead() throws Exception {
        assertThat(known()).hasSizeGreaterThan(25).allSatisfy(line -> {
            assertThat(line.getField("advisory")).matches("(CVE-[0-9]{4}-[0-9]{4,}|GHSA(-[0-9a-z]{4}){3})");
            assertThat(line.getField("part")).matches("[a-z0-9.-]+:[a-z0-9._-]+");
            assertThat(line.getField("looked_at")).matches("20[0-9]{2}-[01][0-9]-[0-3][0-9]");
            assertThat(line.getField("source")).startsWith("https://");
        });
    }
}
