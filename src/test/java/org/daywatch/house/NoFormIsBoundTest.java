package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.web.Page;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A form's fields are read one by one and by their names: no handler has an object filled from whatever was sent, and a
 * field nobody asked for reaches nothing. A-40 of docs/security.
 */
class NoFormIsBoundTest {

    /** What a handler is given and no field can fill. */
    private static final Set<String> GIVEN = Set.of(Page.class.getName(), Actor.class.getName(),
            SignedIn.Session.class.getName(), "jakarta.servlet.http.HttpServletRequest",
            "jakarta.servlet.http.HttpServletResponse", "java.util.Locale", "java.security.Principal");

    private static final Set<String> ONE_FIELD = Set.of("RequestParam", "PathVariable", "RequestHeader", "CookieValue");

    @Test
    void noHandlerLetsAFormFillAnObject() {
        var bound = new TreeSet<String>();
        int handlers = 0;
        for (var type : Compiled.MAIN) {
            for (var method : type.getMethods()) {
                if (!method.isMetaAnnotatedWith(RequestMapping.class)) continue;
                handlers++;
                for (var parameter : method.getParameters()) {
                    var said = parameter.getAnnotations().stream().map(a -> a.getRawType().getSimpleName()).toList();
                    boolean given = GIVEN.contains(parameter.getRawType().getName());
                    boolean json = said.contains("RequestBody") && parameter.getRawType().isRecord();
                    if (!given && !json && said.stream().noneMatch(ONE_FIELD::contains))
                        bound.add(type.getSimpleName() + "." + method.getName() + " has a "
                                + parameter.getRawType().getSimpleName() + " filled");
                }
            }
        }
        assertThat(handlers).as("handlers looked at").isGreaterThan(800);
        Offenders.none("Take each field with @RequestParam, or all of them as a Map and read those you ask for.",
                bound);
    }
}
