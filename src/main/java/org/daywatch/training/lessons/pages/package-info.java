/** The library on the screen: to choose from, to prepare with, to teach from, to print. */
@NullMarked
package org.daywatch.training.lessons.pages;

import org.jspecify.annotations.NullMarked;
