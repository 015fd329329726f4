package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.Explorer;
import org.jsoup.Jsoup;

/** A button that will be refused is no offer: whoever presses what stands on their pages may do it, now. */
final class OfferedActs {

    private static final Pattern ENDS_A_SESSION = Pattern.compile("/(sign-out|sign-in|personas|places).*");
    /** What is missing or does not fit is told there; these say that nothing they could type would have helped. */
    private static final List<Integer> REFUSED = List.of(403, 404);

    private OfferedActs() {}

    static void of(List<Explorer> people) {
        assertThat(people).isNotEmpty();
        var pressed = new TreeSet<String>();
        var refused = new TreeSet<String>();
        for (var person : people)
            for (var form : person.forms()) {
                String kind = Explorer.kind(form.address());
                if (ENDS_A_SESSION.matcher(kind).matches() || !pressed.add(kind)) continue;
                var fields = new LinkedHashMap<>(form.fields());
                fields.computeIfPresent("form", (name, old) -> UUID.randomUUID().toString());
                var answer = person.post(form.address(), fields);
                if (REFUSED.contains(answer.statusCode()))
                    refused.add(kind + " answers " + answer.statusCode() + ": "
                            + Jsoup.parse(answer.body()).select(".problem, .alert").text());
            }
        assertThat(pressed).as("acts that are offered").hasSizeGreaterThan(10);
        Offenders.none("Offer the act only to whom it is not refused, or say there why not.", refused);
    }
}
