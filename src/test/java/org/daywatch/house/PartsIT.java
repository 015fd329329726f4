package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the built jar ({@code Installed} starts it) says it is made of (CycloneDX), and that NOTICE names everything in
 * it that is not under the Apache license.
 *
 * <p>A-42 of docs/security.
 */
class PartsIT {

    /** Put into the jar by Spring Boot's own plugin, of its own version, to lay the jar out as files. */
    private static final String LAYS_OUT = "spring-boot-jarmode-tools-";
    private static final String PARTS = "META-INF/sbom/application.cdx.json";

    private static JsonNode parts() throws IOException {
        try (var jar = new ZipFile("target/daywatch.jar"); var file = jar.getInputStream(jar.getEntry(PARTS))) {
            return JsonMapper.builder().build().readTree(file);
        }
    }

    @Test
    void everyLibraryOfTheJarIsAPartWithItsVersionAndASum() throws IOException {
        var libraries = new ArrayList<String>();
        try (var jar = new ZipFile("target/daywatch.jar")) {
            jar.stream().map(e -> e.getName()).filter(n -> n.matches("BOOT-INF/lib/.*\\.jar"))
                    .forEach(n -> libraries.add(n.substring(n.lastIndexOf('/') + 1)));
        }
        var named = new ArrayList<String>();
        for (var part : parts().get("components")) {
            assertThat(part.get("hashes")).as(part.get("name").asString()).isNotEmpty();
            named.add(part.get("name").asString() + "-" + part.get("version").asString() + ".jar");
        }
        assertThat(libraries).hasSizeGreaterThan(100);
        Offenders.none("Let the list of parts hold everything that is in the jar (cyclonedx-maven-plugin in pom.xml).",
                libraries.stream().filter(library -> !named.contains(library) && !library.startsWith(LAYS_OUT))
                        .toList());
    }

    @Test
    void noticeNamesWhateverIsNotUnderTheApacheLicense() throws IOException {
        var notice = Files.readString(Path.of("NOTICE"));
        var missing = new ArrayList<String>();
        for (var part : parts().get("components")) {
            var licenses = part.path("licenses").toString();
            if (licenses.contains("Apache-2.0") && !licenses.contains("GPL") && !licenses.contains("BSD")) continue;
            String name = part.get("name").asString();
            if (!notice.contains(name)) missing.add(part.get("group").asString() + ":" + name + " " + licenses);
        }
        Offenders.none("Name it in NOTICE with its license and where it comes from.", missing);
    }
}
