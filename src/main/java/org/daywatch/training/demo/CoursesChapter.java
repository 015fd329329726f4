package org.daywatch.training.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.CourseCompletions;
import org.daywatch.training.courses.CourseYears;
import org.daywatch.training.courses.Courses;
import org.daywatch.training.courses.families.CourseLinks;
import org.daywatch.training.courses.families.FamilyCounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The principal has completed the course for staff, others have not; families take one by a code. */
@Component
@ConditionalOnProperty("daywatch.demo")
class CoursesChapter implements DemoChapter {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

    private final Campuses campuses;
    private final Organizations organizations;
    private final Courses courses;
    private final CourseCompletions completions;
    private final CourseYears years;
    private final CourseLinks links;
    private final FamilyCounts counts;
    private final TransactionTemplate transaction;

    CoursesChapter(Campuses campuses, Organizations organizations, Courses courses, CourseCompletions completions,
            CourseYears years, CourseLinks links, FamilyCounts counts,
            PlatformTransactionManager transactions) {
        this.campuses = campuses;
        this.organizations = organizations;
        this.courses = courses;
        this.completions = completions;
        this.years = years;
        this.links = links;
        this.counts = counts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        var district = story.the("ironwood");
        story.whenItIs(DAY, LocalTime.of(15, 40), () -> as(district, () -> {
            var principal = actor(story, "principal@demo.daywatch.example", "Morgan Sedgewick", Role.PRINCIPAL);
            for (var course : courses.list(Course.For.STAFF, "en"))
                completions.complete(principal, story.agency(), course, years.of(district).begins());
        }));
        story.whenItIs(DAY.plusDays(1), LocalTime.of(9, 5), () -> as(district, () -> families(story)));
    }

    private void families(DemoStory story) {
        var school = campuses.find(story.the("ironwood-high")).orElseThrow();
        for (var course : courses.list(Course.For.PARENTS, "en")) {
            if (!course.code().equals("PARENTS-BULLYING")) continue;
            var link = links.open(story.agency(), school, course.code(), "Morgan Sedgewick");
            for (int i = 0; i < 14; i++) counts.opened(link, DAY.plusDays(2 + i % 5), i % 3 == 0 ? "es" : "en");
            for (int i = 0; i < 9; i++)
                counts.completed(link, DAY.plusDays(2 + i % 5), i % 3 == 0 ? "es" : "en", Ids.next());
        }
    }

    private void as(UUID tenant, Runnable work) {
        Tenancy.run(Scope.system(tenant), () -> transaction.executeWithoutResult(t -> work.run()));
    }

    private Actor actor(DemoStory story, String email, String name, Role role) {
        UUID person = organizations.join(story.the("ironwood"), email, name, role, story.the("ironwood-high"));
        return new Actor(person, name, story.the("ironwood"), "", role, role.defaults(), story.the("ironwood-high"),
                Capacity.NONE, Ids.next(), "en");
    }
}
