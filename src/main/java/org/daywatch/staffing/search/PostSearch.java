package org.daywatch.staffing.search;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolNames;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.search.SearchSource;
import org.daywatch.platform.time.When;
import org.daywatch.platform.time.Window;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The next posts at schools with that name. */
@Component
@Transactional(readOnly = true)
class PostSearch implements SearchSource {

    /** More schools than these share no search worth reading. */
    private static final int SCHOOLS = 100;

    private final DSLContext db;
    private final SchoolNames schoolNames;
    private final Clock clock;

    PostSearch(DSLContext db, SchoolNames schoolNames, Clock clock) {
        this.db = db;
        this.schoolNames = schoolNames;
        this.clock = clock;
    }

    @Override
    public String heading() {
        return "search.posts";
    }

    @Override
    public Permission needs() {
        return Permission.POSTS_READ;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Hit> find(String words, int most, String language) {
        var schools = schoolNames.named(words, SCHOOLS).stream()
                .collect(Collectors.toMap(Campus::id, campus -> campus));
        var when = When.in(language);
        return db.select(POST.ID, POST.SCHOOL_ID, POST.DAY, POST.STARTS_AT, POST.ENDS_AT).from(POST)
                .where(POST.SCHOOL_ID.in(schools.keySet())).and(POST.ENDS_AT.gt(clock.instant()))
                .and(POST.STATE.ne("CANCELLED"))
                .orderBy(POST.STARTS_AT, POST.ID).limit(most)
                .fetch(row -> {
                    var school = schools.get(row.get(POST.SCHOOL_ID));
                    return new Hit(school.name(),
                            when.day(row.get(POST.DAY)) + ", "
                                    + when.hours(new Window(row.get(POST.STARTS_AT), row.get(POST.ENDS_AT)),
                                            school.zone()),
                            "/posts/" + row.get(POST.ID));
                });
    }
}
