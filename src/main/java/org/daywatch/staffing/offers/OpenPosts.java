package org.daywatch.staffing.offers;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.time.When;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts that can be taken, for whoever takes one for an officer on the phone. */
@Component
@Transactional(readOnly = true)
public class OpenPosts {

    private static final int MOST = 200;

    private final DSLContext db;
    private final Campuses campuses;

    OpenPosts(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    /** @param when day and hour on the school's clock */
    public record OpenPost(UUID id, String school, String when, ZoneId zone) {}

    public List<OpenPost> list(Condition which, String lang) {
        var posts = db.selectFrom(POST).where(POST.STATE.in("OPEN", "HELD")).and(which).orderBy(POST.STARTS_AT, POST.SCHOOL_ID).limit(MOST).fetch();
        Map<UUID, Campus> schools = campuses.list(posts.stream().map(p -> p.getSchoolId()).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return posts.stream().filter(p -> schools.containsKey(p.getSchoolId())).map(p -> {
            var school = schools.get(p.getSchoolId());
            return new OpenPost(p.getId(), school.name(), When.in(lang).moment(p.getStartsAt(), school.zone()), school.zone());
        }).toList();
    }
}
