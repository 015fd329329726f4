package org.daywatch.platform.web.kit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.time.StateZones;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field.Option;

/** Zones to choose from: those most people live by in plain words first, then those of single towns by their place. */
public final class ZoneOptions {

    private ZoneOptions() {}

    /**
     * @param present what stands or was typed; it is among them whatever it is. @param choose what is said where none
     * does
     */
    public static List<Option> of(Page page, String present, String choose) {
        var options = new ArrayList<Option>(
                StateZones.ZONES.stream().map(z -> new Option(z.getId(), page.zone(z))).toList());
        StateZones.OTHERS.forEach(z -> options.add(new Option(z.getId(), place(z) + " (" + z.getId() + ")")));
        if (options.stream().noneMatch(o -> o.value().equals(present)))
            options.addFirst(new Option(present, present.isEmpty() ? choose : present));
        return options;
    }

    /** These alone, by their words. */
    public static List<Option> of(Page page, List<ZoneId> zones) {
        return Option.of(zones, ZoneId::getId, page::zone);
    }

    private static String place(ZoneId zone) {
        return zone.getId().replaceFirst(".*/", "").replace('_', ' ');
    }
}
