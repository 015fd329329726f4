package org.daywatch.staffing.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.texts.Texts;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.staffing.postplans.PlanJobs;

import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.daywatch.staffing.sitepacks.SitePack;
import org.daywatch.staffing.sitepacks.SitePacks;
import org.daywatch.staffing.terms.PostOrders;
import org.daywatch.scheduling.WorkKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Sixteen schools that have no resource officer of their own ask for cover over the year; one more asks for a match.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class RequestsChapter implements DemoChapter {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 5, 20);
    private static final List<String> IRONWOOD = List.of("Ironwood High School", "Kestrel Middle School",
            "Basalt Middle School", "Palo Fierro School",
            "Sonora Vista School", "Cactus Wren School", "Desert Thistle School", "Quail Hollow School",
            "Brittlebush Elementary School",
            "Arroyo Elementary School", "Sunrise Elementary School");
    private static final List<String> PALO_BREA = List.of("Estrella Elementary School",
            "Saguaro Bloom Elementary School", "Sierra Verde Middle School",
            "Puesta del Sol Middle School");

    private final Campuses campuses;
    private final RequestCommands requests;
    private final PlanJobs plans;
    private final SitePacks packs;
    private final Texts texts;

    RequestsChapter(Campuses campuses, RequestCommands requests, PlanJobs plans, SitePacks packs, Texts texts) {
        this.campuses = campuses;
        this.requests = requests;
        this.plans = plans;
        this.packs = packs;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void tell(DemoStory story) {
        story.itIs(LocalDate.of(2026, 10, 20), LocalTime.of(9, 0));
        cover(story, story.the("ironwood"), IRONWOOD, story.the("ironwood-police"), LocalDate.of(2026, 8, 3));
        cover(story, story.the("palo-brea"), PALO_BREA, story.the("palo-brea-police"), LocalDate.of(2026, 8, 5));
        cover(story, story.the("blue-canyon"), List.of("Blue Canyon High School"), story.the("sheriff"),
                LocalDate.of(2026, 8, 10));
        plans.run(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 12, 18), true);
        match(story);
    }

    private void cover(DemoStory story, UUID district, List<String> names, UUID department, LocalDate from) {
        var contents = new ArrayList<RequestContent>();
        for (String name : names) {
            var school = school(district, name);
            contents.add(new RequestContent(school.id(), RequestKind.TERM, OfficerRole.SSO, 1, from, LAST_DAY,
                    RequestContent.WEEKDAYS, null, null,
                    "The school's own officer post is vacant; the program covers it by the day.", orders(), "",
                    "Front office", WorkKind.SCHOOL_SAFETY));
            packs.write(story.agency(), school, pack(school), 0, null);
        }
        requests.agree(contents, department);
    }

    private void match(DemoStory story) {
        var school = school(story.the("ironwood"), "Copper Wash High School");
        var day = LocalDate.of(2026, 11, 20);
        UUID request = requests.draft(new RequestContent(school.id(), RequestKind.EVENT, OfficerRole.SSO, 2, day, day,
                Set.of(day.getDayOfWeek()),
                LocalTime.of(18, 0), LocalTime.of(22, 0),
                "Home match against a rival school; about 900 guests are expected.", orders(),
                "Two gates are far apart; one officer at each.", "Athletics office", WorkKind.EVENT_SECURITY));
        requests.submit(request);
    }

    private Campus school(UUID district, String name) {
        return campuses.list(CalendarScope.all(district)).stream().filter(c -> c.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private String orders() {
        return PostOrders.template(key -> texts.of("en", key));
    }

    private SitePack.Content pack(Campus school) {
        return new SitePack.Content("Front office: extension 100. Principal: extension 101. Nurse: extension 120.",
                "Master key and gate remote at the front desk; sign for them and hand them back at check-out.",
                "School radio, channel 2. Call sign: Campus " + school.name().charAt(0) + ".",
                "North gate closes slowly; check the latch after the first bell.", orders());
    }
}
