package org.daywatch.journeys.year.lived;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.checkpoints.CheckpointCommands;
import org.daywatch.prevention.checkpoints.CheckpointForm;
import org.daywatch.prevention.rounds.Round.Kind;
import org.daywatch.prevention.rounds.Round.Walker;
import org.daywatch.prevention.rounds.RoundCommand.By;
import org.daywatch.prevention.rounds.RoundCommands;
import org.daywatch.prevention.rounds.Sighting;
import org.daywatch.journeys.year.Script;

/**
 * Door sweeps: the school has twelve outer doors as checkpoints, and the officer walks past each of them; their phone
 * sends what they saw when they are done.
 */
public final class Sweeps {

    private static final int OUTER_DOORS = 12;
    private static final LocalTime BEGINS = LocalTime.of(9, 0);

    private final Stage stage;
    private final Map<String, List<UUID>> doors = new HashMap<>();

    public Sweeps(Stage stage) {
        this.stage = stage;
    }

    public void enterDoors() {
        stage.script.facts().stream().filter(f -> f.what().equals("SWEEP")).map(Script.Fact::school).distinct()
                .forEach(school -> stage.run(() -> doors.put(school,
                        IntStream.rangeClosed(1, OUTER_DOORS)
                                .mapToObj(door -> stage.the(CheckpointCommands.class).add(stage.cast.agency(),
                                        stage.campus(school),
                                        CheckpointForm.read(Map.of("kind", "DOOR", "name", "Door " + door, "place", "",
                                                "outer", "yes", "every", "", "position", String.valueOf(10 * door))),
                                        stage.principal(school).name()))
                                .toList())));
    }

    public void plan(Day day, List<Script.Fact> today) {
        for (var fact : today) {
            if (!fact.what().equals("SWEEP")) continue;
            var id = Ids.next();
            var from = stage.at(fact.day(), BEGINS);
            var officer = stage.officers.get(fact.officer());
            var by = new By(officer.person(), officer.name());
            day.at(from,
                    () -> stage.run(() -> stage.the(RoundCommands.class).start(stage.cast.agency(), id,
                            stage.campus(fact.school()), Kind.SWEEP,
                            new Walker(officer.person(), officer.name(), stage.officerIds.get(fact.officer())), from)));
            day.at(from.plus(Duration.ofMinutes(fact.minutes())), () -> stage.run(() -> {
                var passes = doors.get(fact.school());
                for (int i = 0; i < passes.size(); i++) {
                    stage.the(RoundCommands.class)
                            .see(new Sighting(Ids.next(), id, passes.get(i), Sighting.Result.AS_IT_MUST_BE,
                                    Sighting.Reason.NONE, Sighting.Done.UNSAID, "", Sighting.Way.QR,
                                    from.plus(Duration.ofMinutes(2L * (i + 1))), null), by);
                }
                stage.the(RoundCommands.class).finish(id, from.plus(Duration.ofMinutes(fact.minutes())), by);
            }));
        }
    }
}
