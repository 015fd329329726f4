package org.daywatch.platform.cli;

import java.util.List;

/** What the console says last when the pages are served, for the person who can read it. A room contributes a bean. */
public interface LastLines {

    List<String> lines();
}
