/** What a form of the tip door brings along: its fields and a picture, in memory alone and in bounded number. */
@NullMarked
package org.daywatch.relationships.tips.upload;

import org.jspecify.annotations.NullMarked;
