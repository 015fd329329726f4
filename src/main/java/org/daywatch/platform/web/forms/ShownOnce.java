package org.daywatch.platform.web.forms;

import jakarta.servlet.http.HttpServletResponse;

/**
 * A page that shows a secret is itself the answer to its form, and is kept nowhere. Whoever sends that form again, by a
 * reload, is led to where the thing stands by then: it is made once.
 */
public final class ShownOnce {

    public static final String WHERE = "Content-Location";

    private ShownOnce() {}

    public static void beside(HttpServletResponse response, String where) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(WHERE, where);
    }
}
