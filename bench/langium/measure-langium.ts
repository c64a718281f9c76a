import { measureInProcess } from '../measure.ts';
import { createLangiumSide } from './side.ts';

measureInProcess(createLangiumSide);
