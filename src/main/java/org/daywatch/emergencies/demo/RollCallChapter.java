package org.daywatch.emergencies.demo;

import static org.daywatch.emergencies.demo.DrillPeople.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.alerts.AlertCommand.By;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Who was reached by last Tuesday's lockdown drill, and its roll call: a student in another room, one who needed help,
 * the gym that answered last.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class RollCallChapter implements DemoChapter {

    private static final LocalDate DRILL = LocalDate.of(2026, 11, 10);

    private final DrillPeople people;

    RollCallChapter(DrillPeople people) {
        this.people = people;
    }

    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        UUID drill = story.the("lockdown-drill");
        var teachers = people.teachers(story);
        at(story, DRILL, "10:05:01", () -> {
            people.lookAround(story);
            people.beginRollCall(story, drill);
        });
        seen(story, drill, teachers);
        at(story, DRILL, "10:05:17", () -> people.lookAround(story));
        at(story, DRILL, "10:05:44",
                () -> people.answer(story, drill, teachers.get("Physical Education"), Kind.ACKNOWLEDGED));
        at(story, DRILL, "10:06:12",
                () -> people.report(story, drill, teachers.get("English 9"), "English 9", Map.of()));
        at(story, DRILL, "10:06:20",
                () -> people.report(story, drill, teachers.get("Algebra 1"), "Algebra 1", Map.of(4, Says.MISSING)));
        at(story, DRILL, "10:06:41",
                () -> people.report(story, drill, teachers.get("Biology"), "Biology", Map.of(7, Says.NEEDS_HELP)));
        at(story, DRILL, "10:07:05",
                () -> people.report(story, drill, teachers.get("U.S. History"), "U.S. History", Map.of()));
        at(story, DRILL, "10:07:30", () -> people.asDistrict(story, () -> people.report(story, drill,
                teachers.get("Reading"), "Reading", Map.of(), people.student(drill, "Algebra 1", 4))));
        at(story, DRILL, "10:09:52",
                () -> people.report(story, drill, teachers.get("Physical Education"), "Physical Education", Map.of()));
        at(story, DRILL, "10:10:25", () -> people.findEverybody(story, drill, people.principal(story)));
    }

    /** A screen after the other; one phone lay in a locker. */
    private void seen(DemoStory story, UUID drill, Map<String, By> teachers) {
        var quick = new ArrayList<By>();
        quick.add(people.office(story));
        quick.add(people.principal(story));
        teachers.forEach((title, by) -> {
            if (!title.equals("Physical Education")) quick.add(by);
        });
        for (int i = 0; i < quick.size(); i++) {
            var by = quick.get(i);
            at(story, DRILL, "10:05:%02d".formatted(2 + i), () -> people.answer(story, drill, by, Kind.DELIVERED));
            at(story, DRILL, "10:05:%02d".formatted(4 + i), () -> people.answer(story, drill, by, Kind.ACKNOWLEDGED));
        }
        at(story, DRILL, "10:05:09", () -> people.officersSee(story, drill));
        for (var by : quick.subList(2, quick.size()))
            at(story, DRILL, "10:06:08", () -> people.answer(story, drill, by, Kind.SAFE));
    }
}
