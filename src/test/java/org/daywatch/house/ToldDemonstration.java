package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.AllTables;
import org.daywatch._story.Explorer;
import org.daywatch._story.PaperText;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.training.lessons.AgeBand;
import org.daywatch.training.sessions.LessonChoices;
import org.jsoup.Jsoup;

/** The demonstration is read by people who know schools: what it tells must be possible, in Arizona. */
final class ToldDemonstration {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");
    private static final Pattern ELSEWHERE = Pattern.compile("\\b(Georgia|Florida|Denver|Colorado)\\b");

    private final List<Explorer> people;
    private final AllTables tables;

    ToldDemonstration(List<Explorer> people, AllTables tables) {
        this.people = people;
        this.tables = tables;
    }

    void plans() throws SQLException {
        assertThat(tables.column("select id from planning.operations_plan")).hasSizeGreaterThan(1);
        assertThat(tables
                .column("""
                select s.name || ' begun by ' || p.begun_by from planning.operations_plan p
                join directory.school s on s.agency_id = p.agency_id and s.id = p.school_id
                where not exists (select from platform.membership m where m.school_id = p.school_id and m.full_name = p.begun_by)"""))
                .as("plans led by somebody of another school").isEmpty();
        for (var plan : tables.column("""
                select p.id from planning.operations_plan p
                join directory.school s on s.agency_id = p.agency_id and s.id = p.school_id
                where p.approved_on < (p.begun_at at time zone s.zone)::date"""))
            assertThat(people.stream().map(person -> person.get("/operations-plans/" + plan))
                    .filter(page -> page.statusCode() == 200)).as("a plan approved before it was begun").isNotEmpty()
                    .allSatisfy(page -> assertThat(page.body()).containsAnyOf("approved earlier on paper",
                            "aprobado antes en papel"));
    }

    void lessons(LessonChoices library) throws SQLException {
        var high = tables.column("""
                select distinct l.lesson from training.lesson_session l
                join training.class_group g on g.agency_id = l.agency_id and g.id = l.group_id
                where g.audience in ('COHORT', 'UNIVERSAL') and g.label ~* '(grade|health) (9|1[0-2])'""");
        assertThat(high).as("lessons given to grades 9 to 12").isNotEmpty();
        var agency = UUID
                .fromString(tables.column("select distinct agency_id from training.lesson_session").getFirst());
        assertThat(Tenancy.as(Scope.system(agency), library::open)).filteredOn(lesson -> high.contains(lesson.code()))
                .allSatisfy(lesson -> assertThat(lesson.in("en").band()).as(lesson.code())
                        .isEqualTo(AgeBand.GRADES_9_12));
    }

    void limits() {
        var wrong = new TreeSet<String>();
        int read = 0;
        for (var person : people)
            for (var page : person.pages()) {
                if (!page.matches("/(departments|officers|schools|my-hours)(/[0-9a-f-]{36})?")) continue;
                read++;
                var found = ELSEWHERE.matcher(Jsoup.parse(person.get(page).body()).select("main").text());
                if (found.find()) wrong.add(page + " says " + found.group());
            }
        assertThat(read).as("pages").isGreaterThan(5);
        assertThat(wrong).isEmpty();
    }

    void papers() {
        var read = new TreeSet<String>();
        for (var person : people)
            for (var page : person.pages())
                if (page.matches("/program/schools/[0-9a-f-]{36}"))
                    person.file(page + "/site-visit.pdf").filter(paper -> read.add(page)).ifPresent(
                            paper -> assertThat(ID.matcher(PaperText.of(paper)).find()).as("an address on " + page)
                                    .isFalse());
        assertThat(read).isNotEmpty();
    }
}
