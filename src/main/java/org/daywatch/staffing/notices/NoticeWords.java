package org.daywatch.staffing.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.springframework.stereotype.Component;

/** Puts a topic into words: {0} the school, {1} when in its own time, then whatever else the topic names. */
@Component
class NoticeWords {

    private final Texts texts;

    NoticeWords(Texts texts) {
        this.texts = texts;
    }

    Notice of(Topic topic, String link, Campus campus, Instant when, String... more) {
        return about(topic, link, campus.name(), campus.zone(), when, more);
    }

    /** For what has no school: {0} stands where its name would. */
    Notice about(Topic topic, String link, String place, ZoneId zone, Instant when, String... more) {
        return Notice.of(topic.name(), link, language -> {
            var values = new ArrayList<Object>(List.of(place, When.in(language).moment(when, zone)));
            for (String told : more) values.add(texts.stored(language, "shifts.reason", told));
            while (values.size() < 4) values.add("");
            return words(language, topic, values);
        });
    }

    /** {0} how many, {1} and {2} the first and the last day. */
    Notice batch(Topic topic, String link, int count, LocalDate from, LocalDate to) {
        return Notice.of(topic.name(), link, language -> words(language, topic,
                List.of(count, When.in(language).day(from), When.in(language).day(to), "")));
    }

    private Notice.Words words(String language, Topic topic, List<?> values) {
        var all = values.toArray();
        return new Notice.Words(texts.of(language, "notices." + topic + ".subject", all).strip(),
                texts.of(language, "notices." + topic + ".body", all).strip());
    }
}
