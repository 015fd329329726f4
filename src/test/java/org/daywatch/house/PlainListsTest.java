package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What a plain list declares is so: its texts stand in the message files, and a button is shown to whom its handler
 * lets in.
 */
class PlainListsTest {

    private static final Pattern READ = Pattern
            .compile("\\bin\\.(?:day|dayOrNone|number|numberOr|dollars|idOrNone|one)\\(\"(\\w+)\"");

    @Test
    void everyTextOfAPlainListExists() throws IOException {
        var known = new Texts();
        for (var plain : Lists.plain()) {
            assertThat(plain.list().texts()).as(plain.pages().getSimpleName()).allMatch(known::has);
            var wrong = READ.matcher(Files.readString(source(plain.pages()))).results()
                    .map(field -> plain.list().words() + ".wrong." + field.group(1)).toList();
            assertThat(wrong).as("what is said of a wrong field in " + plain.pages().getSimpleName())
                    .allMatch(known::has);
        }
    }

    @Test
    void aPlainListIsSearchedPutInOrderAndStartsInOneOfItsOrders() throws IOException {
        assertThat(Lists.plain()).hasSizeGreaterThan(2);
        for (var plain : Lists.plain()) {
            assertThat(plain.list().orders()).as(plain.list().address()).hasSizeGreaterThan(1)
                    .contains(plain.list().order().replace("-", ""));
            assertThat(plain.list().searchedIn()).as("columns in which " + plain.list().address() + " is searched")
                    .isNotEmpty();
            assertThat(plain.list().header()).as("headings of " + plain.list().address() + ".csv")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aButtonIsShownToWhomItsHandlerLetsIn() throws IOException {
        for (var plain : Lists.plain()) {
            var list = plain.list();
            String address = list.address();
            assertThat(needed(plain.pages(), address + ".csv")).as("GET " + address + ".csv")
                    .contains(list.exports() == null ? needed(plain.pages(), address).orElseThrow() : list.exports());
            if (list.changes() == null) continue;
            for (var way : List.of(address + "/new", "POST " + address))
                assertThat(needed(plain.pages(), way)).as(way).contains(list.changes());
            if (list.withdrawal() == null) continue;
            for (var way : List.of(address + "/{id}/withdrawal", "POST " + address + "/{id}/withdrawal"))
                assertThat(needed(plain.pages(), way)).as(way).contains(list.changes());
        }
    }

    /** The permission a handler asks for. @param way its address, behind POST where it is no GET */
    private static Optional<Permission> needed(Class<?> pages, String way) {
        return Arrays.stream(pages.getDeclaredMethods()).filter(method -> ways(method).anyMatch(way::equals))
                .findFirst().map(method -> method.getAnnotation(Needs.class).value()[0]);
    }

    private static Stream<String> ways(Method method) {
        var get = method.getAnnotation(GetMapping.class);
        var post = method.getAnnotation(PostMapping.class);
        return get != null
                ? Arrays.stream(get.value())
                : post != null ? Arrays.stream(post.value()).map(address -> "POST " + address) : Stream.empty();
    }

    private static Path source(Class<?> pages) {
        return Sources.MAIN.resolve(pages.getName().replace('.', '/') + ".java");
    }
}
