package org.daywatch.relationships.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.demo.ListeningPeople.Team;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.requests.RecordsRequest.Asker;
import org.daywatch.relationships.threats.requests.RecordsRequest.How;
import org.daywatch.relationships.threats.requests.RecordsRequest.Kind;
import org.daywatch.relationships.threats.requests.RecordsRequestCommand;
import org.daywatch.relationships.threats.requests.RecordsRequestCommands.Asking;
import org.daywatch.relationships.threats.requests.RecordsRequestCommands;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor;
import org.springframework.stereotype.Component;

/** A parent who heard of the joke asks to see what is written about it; whoever keeps the records enters it. */
@Component
class ParentsByHand {

    private final RecordsRequestDoor door;
    private final RecordsRequestCommands commands;
    private final ThreatDoor threats;

    ParentsByHand(RecordsRequestDoor door, RecordsRequestCommands commands, ThreatDoor threats) {
        this.door = door;
        this.commands = commands;
        this.threats = threats;
    }

    void ask(DemoStory story, Team team, LocalDate day) {
        var keeper = team.keeper();
        Tenancy.run(keeper.scope(), () -> {
            var school = door.schools(keeper).stream().filter(s -> s.id().equals(team.school())).findFirst()
                    .orElseThrow(() -> new NotFound("the school of the story"));
            commands.enter(keeper, UUID.randomUUID(), new Asking(school, student(story, team.counselor()), false,
                    Kind.INSPECT, new Asker("Dana Orlebar", How.DESK, "Mother"), day));
            for (var asked : door.list(keeper))
                commands.act(keeper, asked, asked.request().version(),
                        by -> new RecordsRequestCommand.CheckIdentity(
                                "Photo ID at the desk; the roster names her as the mother.", by));
        });
    }

    private String student(DemoStory story, Actor counselor) {
        return Tenancy.as(counselor.scope(),
                () -> threats.with(counselor, story.the("joke"), (at, c) -> c.file().student().name()));
    }
}
