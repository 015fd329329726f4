package org.daywatch.directory.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan.Kind;
import org.daywatch.directory.plans.SitePlan.Mark;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoFiles;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Invented ground plans of the high school, and of the elementary school with an officer on post: doors, cameras and
 * the place where everybody meets.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class SitePlanChapter implements DemoChapter {

    private static final LocalDate ADDED = LocalDate.of(2026, 10, 1);
    /** Kind, name, percent from the left edge, percent from the upper one. */
    private static final List<String> MARKS = List.of("DOOR|Main entrance|50|88", "DOOR|Door 3|82|62",
            "DOOR|Gym door 4|18|30", "DOOR|Door 7|52|24", "DOOR|Door 8|24|70", "DOOR|Door 12|84|30",
            "CAMERA|Camera 9|48|46", "CAMERA|Camera 12|9|82", "KEYS|Key box|57|80", "SHUTOFF|Gas|40|22",
            "ASSEMBLY|Football field|86|9");

    private static final List<String> THISTLE = List.of("DOOR|Main entrance|50|86", "DOOR|Door 2|16|52",
            "DOOR|Door 4|84|52", "DOOR|Door 6|78|18", "CAMERA|Camera 1|44|80", "ASSEMBLY|Playground|14|16");

    private final Organizations organizations;
    private final Campuses campuses;
    private final SitePlans plans;

    SitePlanChapter(Organizations organizations, Campuses campuses, SitePlans plans) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.plans = plans;
    }

    @Override
    public int order() {
        return 14;
    }

    @Override
    public void tell(DemoStory story) {
        story.whenItIs(ADDED, LocalTime.of(15, 0), () -> {
            draw(story, "ironwood-high", "site-plan.svg", MARKS);
            draw(story, "thistle", "site-plan-thistle.svg", THISTLE);
        });
    }

    private void draw(DemoStory story, String school, String file, List<String> marks) {
        var district = story.the("ironwood");
        var campus = campuses.find(story.the(school)).orElseThrow();
        var director = organizations.join(district, "safety@demo.daywatch.example", "Taylor Winslow",
                Role.SAFETY_DIRECTOR, null);
        Tenancy.run(Scope.system(district), () -> {
            var plan = plans.add(director, campus, "Ground floor", drawing(file));
            marks.forEach(line -> plans.place(campus, plan, mark(line.split("\\|"))));
            story.remember("plan " + school, plan);
        });
    }

    private static Mark mark(String[] cells) {
        return new Mark(Ids.next(), Kind.valueOf(cells[0]), null, cells[1], Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]));
    }

    private static byte[] drawing(String file) {
        try {
            return Files.readAllBytes(DemoFiles.copy(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The plan of the demonstration cannot be read.\nMaybe the disk is full.", e);
        }
    }
}
