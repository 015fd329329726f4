package org.daywatch.staffing.demo;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.awards.Awards;
import org.daywatch.staffing.awards.SignUps;
import org.daywatch.staffing.awards.methods.AwardMethod;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.awards.methods.Method;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.fairness.Opportunities;
import org.daywatch.staffing.postplans.PostPlanning;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One district shares its evening events by hours: the winter concert was awarded in October among those who signed up.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class AwardsChapter implements DemoChapter {

    private static final int MOST_SIGN_UPS = 8;

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Campuses campuses;
    private final RequestCommands requests;
    private final PostPlanning planning;
    private final PostCommands posts;
    private final AwardMethods methods;
    private final SignUps signUps;
    private final Awards awards;
    private final EligibilityQueries eligibility;
    private final Opportunities opportunities;

    AwardsChapter(DSLContext db, PlatformTransactionManager transactions, Campuses campuses, RequestCommands requests,
            PostPlanning planning, PostCommands posts,
            AwardMethods methods, SignUps signUps, Awards awards, EligibilityQueries eligibility,
            Opportunities opportunities) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.campuses = campuses;
        this.requests = requests;
        this.planning = planning;
        this.posts = posts;
        this.methods = methods;
        this.signUps = signUps;
        this.awards = awards;
        this.eligibility = eligibility;
        this.opportunities = opportunities;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public void tell(DemoStory story) {
        story.itIs(LocalDate.of(2026, 10, 20), LocalTime.of(10, 0));
        methods.set(AwardMethod.district(story.the("palo-brea")), Method.LEAST_HOURS, LocalDate.of(2026, 10, 21), null,
                "Agreed with the district: what is opened from now on is shared by hours.", null);
        story.itIs(LocalDate.of(2026, 10, 20), LocalTime.of(10, 30));
        evening(story, "Puesta del Sol Middle School", LocalDate.of(2026, 12, 4),
                "Winter concert; two hundred families are expected.");
        story.itIs(LocalDate.of(2026, 10, 21), LocalTime.of(11, 0));
        awards.awardDue();
        story.itIs(LocalDate.of(2026, 11, 3), LocalTime.of(17, 30));
        opportunities.gather();
    }

    /** A request for one evening, agreed, opened, and everybody who may and would like to signs up. */
    void evening(DemoStory story, String school, LocalDate day, String reason) {
        var campus = campuses.list(CalendarScope.all(story.the("palo-brea"))).stream()
                .filter(c -> c.name().equals(school)).findFirst().orElseThrow();
        var content = new RequestContent(campus.id(), RequestKind.EVENT, OfficerRole.SSO, 1, day, day,
                Set.of(day.getDayOfWeek()), LocalTime.of(17, 30), LocalTime.of(21, 0), reason,
                "Stand where the families arrive; walk the car park every half hour.", "", "Music office",
                WorkKind.SCHOOL_SAFETY);
        var request = requests.agree(List.of(content), story.the("palo-brea-police")).getFirst();
        planning.generate(List.of(request), day, day);
        posts.openAll(request);
        UUID post = transaction
                .execute(t -> db.select(POST.ID).from(POST).where(POST.REQUEST_ID.eq(request)).fetchSingle(POST.ID));
        eligibility.judgeOfficers(post).stream().filter(j -> j.verdict().failed().isEmpty()).limit(MOST_SIGN_UPS)
                .forEach(j -> signUps.sign(j.officer().personId(), post));
    }
}
