package org.daywatch.emergencies.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.daywatch.emergencies.incidents.IncidentQueries.Resource;
import org.daywatch.emergencies.incidents.IncidentQueries.RoleHolder;

/**
 * How many people and units each leader leads: a hint, never a refusal.
 *
 * @param leader COMMANDER or a {@link CommandRole}
 * @param led directly, released units left out
 */
public record SpanOfControl(String leader, int led, Hint hint) {

    public enum Hint { FITS, MANY, FEW }

    /**
     * The commander leads everybody in a role and every unit whose role nobody has. FEW is said of section chiefs only.
     */
    public static List<SpanOfControl> of(List<RoleHolder> roles, List<Resource> resources, int least, int most) {
        var led = new TreeMap<String, Integer>();
        led.put(CommandRole.COMMANDER, roles.size());
        roles.forEach(r -> led.putIfAbsent(r.role(), 0));
        for (var unit : resources) {
            if (!unit.state().equals("RELEASED"))
                led.merge(led.containsKey(unit.underRole()) ? unit.underRole() : CommandRole.COMMANDER, 1,
                        Integer::sum);
        }
        var spans = new ArrayList<SpanOfControl>();
        led.forEach((leader, count) -> spans.add(new SpanOfControl(leader, count, hint(leader, count, least, most))));
        return List.copyOf(spans);
    }

    private static Hint hint(String leader, int count, int least, int most) {
        if (count > most) return Hint.MANY;
        return count > 0 && count < least && !leader.equals(CommandRole.COMMANDER) ? Hint.FEW : Hint.FITS;
    }
}
