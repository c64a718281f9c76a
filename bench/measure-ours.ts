import { measureInProcess } from './measure.ts';
import { ours } from './ours.ts';

measureInProcess(() => ours);
