/** Of a meridian, on a sphere of the earth's mean radius. */
export const kmPerDegree = 111.195;
