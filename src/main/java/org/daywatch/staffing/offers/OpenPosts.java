package org.daywatch.staffing.offers;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.SchoolNames;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.When;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts of the coming two weeks that can be taken, for whoever takes one for an officer on the phone. */
@Component
@Transactional(readOnly = true)
public class OpenPosts {

    private static final Duration AHEAD = Duration.ofDays(14);
    /** More schools than these share no search worth reading. */
    private static final int SCHOOLS = 500;

    private final DSLContext db;
    private final Campuses campuses;
    private final SchoolNames names;
    private final Clock clock;

    OpenPosts(DSLContext db, Campuses campuses, SchoolNames names, Clock clock) {
        this.db = db;
        this.campuses = campuses;
        this.names = names;
        this.clock = clock;
    }

    /** @param state OPEN or HELD */
    public record OpenPost(UUID id, Campus school, Window window, String role, String state) {

        /** Day and hour on the school's clock. */
        public String when(String lang) {
            return When.in(lang).moment(window.start(), school.zone());
        }
    }

    public Optional<OpenPost> find(UUID post) {
        return shown(db.selectFrom(POST).where(takeable().and(POST.ID.eq(post))).fetch()).stream().findFirst();
    }

    public long count(Paging asked) {
        return db.fetchCount(POST, which(asked));
    }

    /** The rows of one page; {@code q} is a school's name, {@code day} the school's day. */
    public List<OpenPost> list(Paging asked) {
        var first = asked.sort().equals("role") ? POST.ROLE : POST.STARTS_AT;
        return shown(db.selectFrom(POST).where(which(asked))
                .orderBy(asked.descending() ? first.desc() : first.asc(), POST.STARTS_AT, POST.SCHOOL_ID, POST.ID)
                .offset(asked.offset()).limit(asked.size()).fetch());
    }

    private Condition which(Paging asked) {
        var now = clock.instant();
        var which = takeable().and(POST.ENDS_AT.gt(now)).and(POST.STARTS_AT.lt(now.plus(AHEAD)));
        if (!asked.filter("q").isEmpty())
            which = which
                    .and(POST.SCHOOL_ID.in(names.named(asked.filter("q"), SCHOOLS).stream().map(Campus::id).toList()));
        var day = Days.find(asked.filter("day"));
        return day.isPresent() ? which.and(POST.DAY.eq(day.get())) : which;
    }

    private static Condition takeable() {
        return POST.STATE.in("OPEN", "HELD");
    }

    /** An archived school keeps its posts and is found one by one. */
    private List<OpenPost> shown(List<org.daywatch_db.staffing.tables.records.PostRecord> posts) {
        Map<UUID, Campus> schools = campuses.list(posts.stream().map(p -> p.getSchoolId()).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return posts.stream().filter(p -> school(schools, p.getSchoolId()) != null)
                .map(p -> new OpenPost(p.getId(), schools.get(p.getSchoolId()),
                        new Window(p.getStartsAt(), p.getEndsAt()), p.getRole(), p.getState()))
                .toList();
    }

    private @Nullable Campus school(Map<UUID, Campus> known, UUID id) {
        return known.computeIfAbsent(id, missing -> campuses.find(missing).orElse(null));
    }
}
