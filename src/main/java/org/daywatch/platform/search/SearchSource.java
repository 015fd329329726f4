package org.daywatch.platform.search;

import java.util.List;
import org.daywatch.platform.identity.Permission;

/**
 * What a room lets people find. It is asked inside the searcher's own organization, so row security has already decided
 * what exists for them; the permission decides whether they are shown this kind of thing at all.
 */
public interface SearchSource {

    /** Key of the heading above these hits, such as "search.schools". */
    String heading();

    Permission needs();

    /** Schools 10, officers 20, requests 30, posts 40. */
    int order();

    /** @param words what was typed, at least two characters */
    List<Hit> find(String words, int most, String language);

    /** One line of the answer. */
    record Hit(String title, String note, String href) {}
}
