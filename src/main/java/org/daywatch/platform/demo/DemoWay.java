package org.daywatch.platform.demo;

import java.util.List;
import java.util.Optional;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;

/** Something of a room that is best tried step by step, by several of the invented people; shown with them. */
public interface DemoWay {

    /** @param link what a link says; blank: the step has none. @param href where it leads */
    record Step(String text, String link, String href) {

        public Step(String text) {
            this(text, "", "");
        }

        /** The link leads to the first persona of that role, further down the page. */
        public static Step as(Role role, String link, String text) {
            return new Step(text, link, "#" + place(role));
        }

        public static String place(Role role) {
            return "as-" + role;
        }
    }

    /** @param told before the steps: what is another way than in a real installation */
    record Way(String title, String told, List<Step> steps) {}

    /** @return empty where it cannot be tried */
    Optional<Way> of(Page page);
}
