package org.daywatch.emergencies.devices.hooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.persistence.Ids;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Two desk buttons at the high school, one of which was tried on a Wednesday. */
@Component
@ConditionalOnProperty("daywatch.demo")
class HooksChapter implements DemoChapter {

    private static final LocalDate SET_UP = LocalDate.of(2026, 11, 11);
    private static final String SET_BY = "Morgan Sedgewick";

    private final PressHooks hooks;
    private final Clock clock;

    HooksChapter(PressHooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        story.whenItIs(SET_UP, LocalTime.parse("15:40:00"), () -> {
            var school = story.the("ironwood-high");
            var hook = new PressHook(story.agency(), Ids.next(), story.the("ironwood"), school, "Radio buttons",
                    "button", "event", 1, null, null, SET_BY, clock.instant(), null);
            hooks.add(hook);
            var desk = new PressHook.Button("B-17", school, null, "Front desk", ProtocolAction.LOCKDOWN, "",
                    AlertStatus.ACTUAL, SET_BY, clock.instant());
            hooks.set(hook, desk);
            hooks.set(hook, new PressHook.Button("B-18", school, null, "Nurse's office", ProtocolAction.HELP_MEDICAL,
                    "", AlertStatus.ACTUAL, SET_BY, clock.instant()));
            String body = HookMessage.example(hook, "B-17", "e-20261111-0001");
            var said = HookMessage.read(body.getBytes(StandardCharsets.UTF_8), hook, clock.instant()).press(desk, true);
            hooks.write(List.of(new PressHook.Message(Ids.next(), hook.id(), clock.instant(), body,
                    PressHook.Outcome.TESTED, HookMessage.json(said))));
        });
    }
}
