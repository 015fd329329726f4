package org.daywatch.platform.identity.founding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.platform.time.StateZones.State;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field.Option;

/** What a new agency chooses from. */
public final class WelcomeWords {

    private WelcomeWords() {}

    /** By their names, as the reader's language sorts them. */
    public static List<Option> states(Page page, List<State> states) {
        return Option.of(states, State::state, state -> page.t("us." + state.state())).stream()
                .sorted(Comparator.comparing(Option::label)).toList();
    }

    /** The usual zone of each state, for the script that sets it when the state is chosen. */
    public static String usualZones(List<State> states) {
        return states.stream().map(state -> "\"" + state.state() + "\":\"" + state.zone().getId() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
