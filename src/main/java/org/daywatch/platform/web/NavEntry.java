package org.daywatch.platform.web;

import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;

/**
 * A feature's place in the navigation; each feature contributes its own as a bean.
 *
 * @param order 10, 20, 30… within its part, from top to bottom
 * @param labelKey in the feature's message file
 * @param permissions one of them is enough to see the entry
 * @param shown what else must hold for the person who looks
 */
public record NavEntry(NavPart part, int order, String labelKey, String href, String icon, Set<Permission> permissions,
        Predicate<Actor> shown) {

    static final Comparator<NavEntry> PLACE = Comparator.comparing(NavEntry::part).thenComparingInt(NavEntry::order);

    public static NavEntry of(NavPart part, int order, String labelKey, String href, String icon,
            Permission... permissions) {
        return new NavEntry(part, order, labelKey, href, icon, Set.of(permissions), actor -> true);
    }

    /** The same entry, for those alone of whom it holds: asked with every page, so it must answer at once. */
    public NavEntry when(Predicate<Actor> condition) {
        return new NavEntry(part, order, labelKey, href, icon, permissions, condition);
    }
}
