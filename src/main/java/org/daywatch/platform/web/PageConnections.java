package org.daywatch.platform.web;

import java.util.Set;

/**
 * Where else than at the site itself the scripts of pages may connect; what every bean of this type names stands in the
 * content security policy.
 */
public interface PageConnections {

    /** Scheme, host and port each; asked for every page, as it may not be known at the start. */
    Set<String> origins();
}
