package org.daywatch.platform.demo;

/**
 * A room's part of the demonstration. Chapters run once, in order, on an empty demonstration database, and enter
 * everything through commands and importers: what a chapter cannot do that way, a user could not do either.
 */
public interface DemoChapter {

    /** 10 directory, 20 officers, 30 requests and posts, 40 shifts of past days, 50 today. */
    int order();

    void tell(DemoStory story);
}
