package org.daywatch.platform.web;

import java.util.Set;
import org.daywatch.platform.identity.Permission;

/**
 * A feature's place in the navigation; each feature contributes its own as a bean.
 *
 * @param order 10, 20, 30… from left to right
 * @param labelKey in the feature's message file
 * @param permissions one of them is enough to see the entry
 */
public record NavEntry(int order, String labelKey, String href, String icon, Set<Permission> permissions) {

    public static NavEntry of(int order, String labelKey, String href, String icon, Permission... permissions) {
        return new NavEntry(order, labelKey, href, icon, Set.of(permissions));
    }
}
