package org.daywatch.restorative.gate;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When somebody asked the gate, and when they decided otherwise. */
@Component
@Transactional(readOnly = true)
class GateData implements PersonalData {

    private final GateStore store;

    GateData(GateStore store) {
        this.store = store;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("gateAnswers", store.of(person).stream().map(a -> plain(person, a)).toList());
    }

    private static Map<String, Object> plain(UUID person, GateAnswer a) {
        var overruled = a.overruled();
        if (overruled != null && overruled.by().equals(person))
            return Map.of("day", a.day(), "answered",
                    a.finding().path(), "i_chose", overruled.to(), "my_reason", a.words().reason());
        return Map.of("day", a.day(), "answered", a.finding().path(), "acts", a.acts());
    }
}
