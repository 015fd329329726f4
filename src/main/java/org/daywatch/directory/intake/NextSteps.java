package org.daywatch.directory.intake;

import java.util.List;

/**
 * What is still missing once a file has been imported. A room that knows something of it contributes a bean; the
 * result's page and the printed report end in what it says.
 */
@FunctionalInterface
public interface NextSteps {

    /** For the organization that is bound; empty where nothing is missing after this kind of file. */
    List<Step> after(ImportKind kind);

    /**
     * @param key of a sentence that names what is missing and what to do
     * @param figures its arguments
     * @param href where it is done
     */
    record Step(String key, List<Object> figures, String href) {

        public static Step of(String key, String href, Object... figures) {
            return new Step(key, List.of(figures), href);
        }
    }
}
