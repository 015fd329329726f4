package org.daywatch.platform.web.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Scripts that run on every page: a feature only drops NAME.everywhere.js beside its Java; nobody keeps a list. */
public final class Scripts {

    /** Their addresses, in the order of their names. */
    public static final List<String> EVERYWHERE = find();

    private Scripts() {}

    private static List<String> find() {
        try {
            return Arrays
                    .stream(new PathMatchingResourcePatternResolver(Scripts.class.getClassLoader())
                            .getResources("classpath*:static/rooms/**/*.everywhere.js"))
                    .map(Scripts::address).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The scripts in the jar cannot be read", unreadable);
        }
    }

    private static String address(org.springframework.core.io.Resource file) {
        try {
            String whole = file.getURL().toString();
            return whole.substring(whole.lastIndexOf("/rooms/"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
